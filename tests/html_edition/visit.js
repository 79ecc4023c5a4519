// A page of an edition as a class has it before it: opened from a disk, in a real browser.
"use strict";
const test = require("node:test");
const assert = require("node:assert");
const { pathToFileURL } = require("node:url");
const { openBrowser } = require("./edition.js");

/**
 * Opens this edition anew before each test of a file.
 * @returns what tests do with the page; `page` is a new one for each of them
 */
function visits(edition) {
    let browser;
    const visit = {
        page: null,
        asked: [], // every address that the page asked for
        faults: [],
        async open({ page: file }) {
            await visit.page.goto(pathToFileURL(file).href);
            await visit.page.evaluate(() => localStorage.clear());
            await visit.page.reload();
        },
        // Playwright's own waitForFunction evaluates text in the page once it has to ask again,
        // which the page's policy forbids.
        async until(condition) {
            const patience = Date.now() + 30_000;
            while (!(await visit.page.evaluate(condition))) {
                assert.ok(Date.now() < patience, `never came: ${condition}`);
                await visit.page.waitForTimeout(20);
            }
        },
        async stage() {
            await visit.page.getByRole("button", { name: "Begin" }).click();
        },
        async choose(person, question) {
            await visit.page.locator(".faces button").nth(person).click();
            await visit.page.locator(".questions ol button").nth(question).click();
        },
    };
    test.before(async () => {
        browser = await openBrowser();
    });
    test.after(async () => browser?.close());
    test.beforeEach(async () => {
        visit.page = await browser.newPage();
        visit.page.on("request", (request) => visit.asked.push(request.url()));
        visit.page.on("pageerror", (error) => visit.faults.push(String(error)));
        visit.page.on("console", (message) => message.type() === "error" && visit.faults.push(message.text()));
        await visit.open(edition);
    });
    test.afterEach(async () => visit.page.close());
    return visit;
}

module.exports = { visits };
