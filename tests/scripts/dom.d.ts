// What is found on a page is of the kind that its template gave it, which TypeScript cannot know: it takes it as it is.
// What is checked all the same: names and arguments of our own classes and functions, imports, and what the browser has.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface Node {
  cloneNode(deep?: boolean): any;
}
interface Element {
  closest(selectors: string): any;
  dataset: any;
  open: any;
}
interface HTMLElement {
  checked: any;
  disabled: any;
  files: any;
  href: any;
  max: any;
  select(): void;
  type: any;
  value: any;
}
interface SVGScriptElement {
  src: string;
}
interface Event {
  readonly detail: any;
  readonly clipboardData: DataTransfer;
}
interface EventTarget {
  closest(selectors: string): any;
  type: any;
}
interface String {
  replace(pattern: string | RegExp, by: number): string;
}
interface Document {
  createElement(name: "script"): any;
}
