"""``python -m hocba.cli`` does what ``hocba`` does."""

import sys

from hocba.cli.main import main

sys.exit(main())
