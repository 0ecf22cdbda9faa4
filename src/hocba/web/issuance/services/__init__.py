"""Writes. Every service is whole by itself; the steps that touch a key open their own short transactions."""
