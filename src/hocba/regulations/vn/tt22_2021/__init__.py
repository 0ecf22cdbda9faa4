"""Circular 22/2021/TT-BGDĐT: assessment of lower-secondary pupils. One rule per file; ``year`` is the whole chain."""
