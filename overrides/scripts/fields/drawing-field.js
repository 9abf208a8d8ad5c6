import { FormField } from "./form-field.js";
import { MAX_TEXT_LENGTH } from "../files/form-file.js";
import { headingOf, labelText } from "../lib/labels.js";
import { neededPart } from "../lib/needed-part.js";

const DRAWING_WIDTH = 1000;
const DRAWING_PENS = ["black", "blue", "green", "red"];
const MAX_DRAWN_STROKES = 2000;
const MAX_DRAWN_NUMBERS = 100000;
// Points that lie closer together add nothing that can be seen.
const MIN_DRAWN_DISTANCE = 2;

/**
 * Writes a stroke as the data of an SVG path: a smooth line through the middles between its points, or a dot.
 *
 * @param {number[]} points x and y in turn.
 * @returns {string}
 */
const drawnPath = (points) => {
  let path = `M${points[0]} ${points[1]}`;
  if (points.length === 2) {
    return `${path}h0`;
  }
  for (let at = 2; at + 2 < points.length; at += 2) {
    const [x, y, nextX, nextY] = points.slice(at, at + 4);
    path += `Q${x} ${y} ${(x + nextX) / 2} ${(y + nextY) / 2}`;
  }
  return `${path}L${points.at(-2)} ${points.at(-1)}`;
};

/** Whether a value is an object with no other members than these. */
const isDrawnObject = (value, members) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
  && Object.keys(value).every((member) => members.includes(member));

/**
 * The strokes of a drawing, and the SVG that shows them and on which they are drawn.
 */
class DrawnStrokes {
  /**
   * @param {SVGSVGElement} svg
   * @param {() => string} pen Gives the pen that is chosen.
   * @param {() => void} drawn Called when a stroke is finished.
   */
  constructor(svg, pen, drawn) {
    this.svg = svg;
    this.layer = neededPart("DrawnStrokes", svg, "[data-draw-strokes]");
    this.height = svg.viewBox.baseVal.height;
    this.pen = pen;
    this.drawn = drawn;
    this.strokes = [];
    this.on = false;
    this.pointer = null;
    this.isByTouch = false;
    this.penSeen = false;
    svg.addEventListener("pointerover", (event) => this.lookForPen(event));
    svg.addEventListener("pointerdown", (event) => this.onDown(event));
    svg.addEventListener("pointermove", (event) => this.onMove(event));
    svg.addEventListener("pointerup", (event) => this.onEnd(event));
    // What was drawn until then stays: it can be undone.
    svg.addEventListener("lostpointercapture", (event) => this.onEnd(event));
    // On an iPad, handwriting recognition takes quick strokes of a pencil away unless touches are taken first.
    svg.addEventListener("touchmove", (event) => this.on && event.preventDefault(), { passive: false });
    // A palm beside the drawing would scroll it away from under the pen.
    this.onTouch = (event) => this.pointer !== null && event.cancelable && event.preventDefault();
  }

  /** @param {boolean} on Whether a pointer draws. Then a finger may draw again, until a pen is seen. */
  set(on) {
    this.finish();
    this.on = on;
    this.penSeen = false;
    document[on ? "addEventListener" : "removeEventListener"]("touchmove", this.onTouch, { passive: false });
  }

  get isEmpty() {
    return this.strokes.length === 0;
  }

  /** How many numbers more fit in a drawing. */
  get room() {
    return MAX_DRAWN_NUMBERS - this.strokes.reduce((sum, stroke) => sum + stroke.points.length, 0);
  }

  /** @returns {{pen: string, points: number[]}[]} A copy. */
  read() {
    return this.strokes.map(({ pen, points }) => ({ pen, points: [...points] }));
  }

  /** @param {{pen: string, points: number[]}[]} strokes Takes the place of all that is there, a stroke in the making included. */
  write(strokes) {
    this.pointer = null;
    this.strokes = [];
    this.layer.replaceChildren();
    for (const { pen, points } of strokes) {
      this.add(pen, [...points]);
    }
  }

  undo() {
    this.pointer = null;
    this.strokes.pop();
    this.layer.lastElementChild.remove();
  }

  add(pen, points) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("class", `drawing__stroke drawing__stroke--${pen}`);
    path.setAttribute("d", drawnPath(points));
    this.layer.append(path);
    this.strokes.push({ pen, points });
  }

  /** Where there is a pen, what touches the drawing is the hand that holds it: also what it began to draw before. */
  lookForPen(event) {
    if (this.on && event.pointerType === "pen") {
      this.penSeen = true;
      if (this.pointer !== null && this.isByTouch) {
        this.undo();
      }
    }
  }

  onDown(event) {
    this.lookForPen(event);
    const isByTouch = event.pointerType === "touch";
    const full = this.strokes.length === MAX_DRAWN_STROKES || this.room < 2;
    const isHand = isByTouch && this.penSeen;
    if (!this.on || full || isHand || this.pointer !== null || !event.isPrimary || event.button !== 0) {
      return;
    }
    event.preventDefault();
    this.isByTouch = isByTouch;
    this.svg.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.add(this.pen(), this.place(event));
  }

  onMove(event) {
    if (event.pointerId !== this.pointer) {
      return;
    }
    const between = event.getCoalescedEvents?.() ?? [];
    this.follow(between.length > 0 ? between : [event]);
  }

  onEnd(event) {
    if (event.pointerId !== this.pointer) {
      return;
    }
    this.pointer = null;
    this.drawn();
  }

  /** Ends a stroke in the making, as if the reader had lifted the pen. */
  finish() {
    if (this.pointer !== null) {
      this.onEnd({ pointerId: this.pointer });
    }
  }

  follow(events) {
    const { points } = this.strokes.at(-1);
    let room = this.room;
    for (const event of events) {
      const [x, y] = this.place(event);
      if (room >= 2 && Math.hypot(x - points.at(-2), y - points.at(-1)) >= MIN_DRAWN_DISTANCE) {
        points.push(x, y);
        room -= 2;
      }
    }
    this.layer.lastElementChild.setAttribute("d", drawnPath(points));
  }

  /** Where an event is on the drawing, in its own units; at the edge when it is outside. */
  place(event) {
    const box = this.svg.getBoundingClientRect();
    const units = DRAWING_WIDTH / box.width;
    const within = (value, most) => Math.min(most, Math.max(0, Math.round(value)));
    return [
      within((event.clientX - box.left) * units, DRAWING_WIDTH),
      within((event.clientY - box.top) * units, this.height),
    ];
  }
}

/**
 * A field to draw in, with a text field that does the same job from a keyboard.
 */
export class DrawingField extends FormField {
  /** @param {HTMLElement} element The field, with its name in `data-field`. */
  constructor(element) {
    super(element, element.dataset.field);
    this.drawing = neededPart("DrawingField", element, "[data-drawing]");
    this.toggle = neededPart("DrawingField", element, "[data-draw-toggle]");
    this.tools = neededPart("DrawingField", element, "[data-draw-tools]");
    this.undoButton = neededPart("DrawingField", element, "[data-draw-undo]");
    this.clearButton = neededPart("DrawingField", element, "[data-draw-clear]");
    this.textArea = neededPart("DrawingField", element, "textarea");
    this.printed = neededPart("DrawingField", element, ".field__printed");
    this.svg = neededPart("DrawingField", element, "[data-draw-surface]");
    const pens = neededPart("DrawingField", element, "[data-draw-pens]");
    this.strokes = new DrawnStrokes(this.svg, () => pens.querySelector(":checked").value, () => this.changed());

    this.toggle.addEventListener("click", () => this.set(!this.strokes.on));
    this.undoButton.addEventListener("click", () => this.undo());
    this.clearButton.addEventListener("click", () => this.clear());
    // Another pen is no answer: the form need not know.
    pens.addEventListener("input", (event) => event.stopPropagation());
    this.onKey = (event) => event.key === "Escape" && this.set(false);
  }

  get isFilled() {
    return !this.strokes.isEmpty || this.text !== "";
  }

  /** What was written, as it is printed. */
  get text() {
    return this.textArea.value.trim();
  }

  /** @returns {{strokes?: {pen: string, points: number[]}[], text?: string} | undefined} Nothing when it is empty. */
  read() {
    const value = {
      ...(this.strokes.isEmpty ? {} : { strokes: this.strokes.read() }),
      ...(this.textArea.value === "" ? {} : { text: this.textArea.value }),
    };
    return Object.keys(value).length > 0 ? value : undefined;
  }

  /** @param {{strokes?: {pen: string, points: number[]}[], text?: string} | undefined} value What `read` gave, or what `accepts` let in. */
  write(value) {
    this.strokes.write(value?.strokes ?? []);
    this.textArea.value = value?.text ?? "";
    this.showButtons();
    this.render();
  }

  /**
   * @param {any} value What a file holds for this field.
   * @returns {boolean} Whether `read` could have given it.
   */
  accepts(value) {
    if (!isDrawnObject(value, ["strokes", "text"]) || Object.keys(value).length === 0) {
      return false;
    }
    const hasGoodText = !("text" in value) || this.isText(value.text);
    return hasGoodText && (!("strokes" in value) || this.areStrokes(value.strokes));
  }

  render() {
    this.printed.textContent = this.text;
  }

  /** A picture is no text: what stands for it says that there is one. */
  outline(words) {
    return {
      heading: headingOf(this.element),
      text: labelText(this.element.querySelector(".field__label")),
      answer: [this.strokes.isEmpty ? "" : words.drawing, this.text].filter(Boolean).join("\n"),
    };
  }

  isText(text) {
    return typeof text === "string" && text !== "" && text.length <= MAX_TEXT_LENGTH;
  }

  areStrokes(strokes) {
    return Array.isArray(strokes) && strokes.length > 0 && strokes.length <= MAX_DRAWN_STROKES
      && strokes.every((stroke) => isDrawnObject(stroke, ["pen", "points"]) && Array.isArray(stroke.points))
      && strokes.reduce((sum, stroke) => sum + stroke.points.length, 0) <= MAX_DRAWN_NUMBERS
      && strokes.every(({ pen, points }) => DRAWING_PENS.includes(pen) && this.arePoints(points));
  }

  arePoints(points) {
    return points.length >= 2 && points.length % 2 === 0 && points.every((number, index) =>
      Number.isInteger(number) && number >= 0 && number <= (index % 2 === 0 ? DRAWING_WIDTH : this.strokes.height));
  }

  /** @param {boolean} on Whether a pointer on the picture draws. */
  set(on) {
    this.strokes.set(on);
    // The focus may be anywhere while a pointer draws.
    document[on ? "addEventListener" : "removeEventListener"]("keydown", this.onKey);
    // The tools go out of sight: the focus may not go with them.
    if (!on && this.tools.contains(document.activeElement)) {
      this.toggle.focus();
    }
    this.drawing.classList.toggle("drawing--on", on);
    this.toggle.setAttribute("aria-pressed", String(on));
  }

  undo() {
    this.strokes.undo();
    this.changed();
  }

  clear() {
    this.strokes.write([]);
    this.changed();
  }

  /** Says that the drawing changed, as a text field does. */
  changed() {
    this.showButtons();
    this.svg.dispatchEvent(new Event("input", { bubbles: true }));
  }

  showButtons() {
    const none = this.strokes.isEmpty;
    // A button that cannot be pressed cannot keep the focus either.
    if (none && [this.undoButton, this.clearButton].includes(document.activeElement)) {
      this.toggle.focus();
    }
    this.undoButton.disabled = none;
    this.clearButton.disabled = none;
  }
}
