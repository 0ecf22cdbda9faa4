import { GradeGrid } from "./grid/grid";

document.querySelectorAll<HTMLTableElement>("table[data-grade-grid]").forEach((table) => new GradeGrid(table));
