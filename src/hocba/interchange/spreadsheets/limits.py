"""How much of a file is read before it is refused as ``file.too_large``. Documented in docs/spreadsheets.md.

The largest honest file seen is a pupil list of a whole school: some 3,000 rows by 90 columns, under 3 MB.
"""

from __future__ import annotations

from typing import Final

MAX_FILE_BYTES: Final = 32 * 1024 * 1024
MAX_UNPACKED_BYTES: Final = 128 * 1024 * 1024
"""All parts of a zipped workbook together."""
MAX_PARTS: Final = 2_000
"""Files within a zipped workbook."""
MAX_SHEETS: Final = 300
MAX_ROWS: Final = 20_000
"""Rows of one sheet that hold anything."""
MAX_COLUMNS: Final = 512
"""Number of the last column that holds anything."""
MAX_CELLS: Final = 2_000_000
"""Cells of all sheets together that hold anything."""
MAX_CELL_TEXT: Final = 32_767
"""Characters in a cell: what Excel itself allows; the rest is cut."""
MAX_MEMORY_BYTES: Final = 1024 * 1024 * 1024
MAX_SECONDS: Final = 30
"""Processor time of the process that opens the file; twice as much by the clock on the wall."""
