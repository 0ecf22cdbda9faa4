import { tidy } from "./marks";

/** A block copied from a spreadsheet: tab-separated, CRLF or LF, quoted where a cell holds tabs, quotes or line ends. Cells come out tidied. */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const endCell = () => {
    rows[rows.length - 1]!.push(tidy(cell));
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === "\t") endCell();
    else if (char === "\n") {
      endCell();
      rows.push([]);
    } else if (char !== "\r" || text[at + 1] !== "\n") cell += char;
  }
  endCell();
  return dropLastIfEmpty(rows);
}

/** Excel ends a block with a line end; that is not a row. */
function dropLastIfEmpty(rows: string[][]): string[][] {
  const last = rows[rows.length - 1]!;
  return rows.length > 1 && last.length === 1 && last[0] === "" ? rows.slice(0, -1) : rows;
}
