import { wireDialogs } from "./dialogs";
import { wireDropZones } from "./drop-zone";
import { wirePrinting } from "./printing";
import { wireProgress } from "./progress";

wireDialogs();
wireDropZones();
wirePrinting();
wireProgress();
// On a phone the main sections scroll sideways: bring the present one into view.
document.querySelector(".nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
// A page that comes back with problems puts the reader at their summary.
document.querySelector<HTMLElement>("[data-focus]")?.focus();
