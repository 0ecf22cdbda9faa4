"""The Django project: settings, addresses, checks. The one place that knows every app."""
