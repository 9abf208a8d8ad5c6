import { findLearningSystem } from "./learning-system.js";

const twoDigits = (number) => String(Math.floor(number)).padStart(2, "0");

// How each edition names what is called and what is told.
const STANDARDS = {
  1.2: {
    offered: "API",
    initialize: "LMSInitialize",
    get: "LMSGetValue",
    set: "LMSSetValue",
    commit: "LMSCommit",
    finish: "LMSFinish",
    status: "cmi.core.lesson_status",
    exit: "cmi.core.exit",
    time: "cmi.core.session_time",
    asTime: (seconds) => [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(twoDigits).join(":"),
  },
  2004: {
    offered: "API_1484_11",
    initialize: "Initialize",
    get: "GetValue",
    set: "SetValue",
    commit: "Commit",
    finish: "Terminate",
    status: "cmi.completion_status",
    exit: "cmi.exit",
    time: "cmi.session_time",
    asTime: (seconds) => `PT${Math.floor(seconds)}S`,
  },
};

/**
 * One opening of a module by a learning system. Tells it that the module was begun, whether the learner calls it done,
 * and how long it was open. Nothing else: no answer, no score, no place on the page.
 */
export class LearningSession {
  /** @param {string} standard The edition of SCORM: `1.2` or `2004`. */
  constructor(standard) {
    this.names = STANDARDS[standard];
    this.system = findLearningSystem(this.names.offered);
    this.began = performance.now();
    this.isOpen = this.call("initialize", "") === "true";
    this.isDone = ["completed", "passed"].includes(this.call("get", this.names.status));
    if (this.isOpen) {
      // At once, since a browser that is closed may give no other chance. What is suspended is found again.
      this.call("set", this.names.exit, "suspend");
      if (!this.isDone) {
        this.tell(false);
      }
    }
  }

  /** @param {boolean} isDone Whether the learner calls the module done. */
  tell(isDone) {
    this.isDone = isDone;
    this.call("set", this.names.status, isDone ? "completed" : "incomplete");
    this.call("commit", "");
  }

  /** Tells how long the module was open, and ends. */
  end() {
    this.call("set", this.names.time, this.names.asTime((performance.now() - this.began) / 1000));
    this.call("finish", "");
    this.isOpen = false;
  }

  /**
   * @param {string} what
   * @param {...string} told
   * @returns {string} What the system answers; a system in trouble may not stand in the learner's way.
   */
  call(what, ...told) {
    if (!this.system || this.isOpen === false) {
      return "false";
    }
    try {
      return String(this.system[this.names[what]](...told));
    } catch {
      return "false";
    }
  }
}
