import { wireDialogs } from "./dialogs";
import { wireDropZones } from "./drop-zone";
import { wirePrinting } from "./printing";
import { wireProgress } from "./progress";

wireDialogs();
wireDropZones();
wirePrinting();
wireProgress();
// A page that comes back with problems puts the reader at their summary.
document.querySelector<HTMLElement>("[data-focus]")?.focus();
