"""From a grid to pupils: which rows are pupils, what kind of sheet it is, what each row says."""
