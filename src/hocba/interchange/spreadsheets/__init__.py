"""What a spreadsheet of a school says: any real-world container in, pupils and marks out. Enter by ``api``."""
