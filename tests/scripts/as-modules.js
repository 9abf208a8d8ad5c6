// Before tests: the site's scripts are modules, which older versions of Node do not see from a name that ends in .js.
import { register } from "node:module";

const hook = `export async function load(url, context, next) {
  return next(url, url.includes("/overrides/scripts/") ? { ...context, format: "module" } : context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
