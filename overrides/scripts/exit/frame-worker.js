/**
 * Stands in for a worker on a page that is opened from a file, where browsers start none: the worker's script runs in
 * a hidden frame. Only the copy for a USB stick has it, in front of the theme's script, whose search needs it.
 */
window.Worker = class FrameWorker extends EventTarget {
  /** @param {string} address Of the worker's script. */
  constructor(address) {
    super();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    this.started = loaded.then(() => this.start(frame.contentWindow, new URL(address, document.baseURI)));
    document.body.append(frame);
  }

  /** Gives the frame what a worker's script expects around it, and runs the script. */
  async start(frame, address) {
    frame.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }));
    frame.importScripts = async (...others) => {
      for (const other of others) {
        await this.run(frame.document, new URL(other, address));
      }
    };
    await this.run(frame.document, address);
    return frame;
  }

  run(page, address) {
    return new Promise((resolve, reject) => {
      const script = page.createElement("script");
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      script.src = address;
      page.body.append(script);
    });
  }

  async postMessage(data) {
    const frame = await this.started;
    frame.dispatchEvent(new MessageEvent("message", { data }));
  }
};
