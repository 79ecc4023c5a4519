// Panels over the screen: about a person, settings, keys, a code to type in, a question back.

class Panels {
    /** @param {App} app */
    constructor(app) {
        this.app = app;
        this.title = make("h2", { id: "panel-title", tabindex: "-1" });
        this.room = make("div", {});
        this.element = make(
            "dialog",
            { "aria-labelledby": "panel-title" },
            make("div", { class: "panel-head" }, this.title, button(_("Close"), () => this.close())),
            this.room,
        );
        this.paused = false;
        this.element.addEventListener("close", () => {
            if (this.paused) app.film.play();
            this.paused = false;
        });
    }

    get open() {
        return this.element.open;
    }

    close() {
        this.element.close();
    }

    #show(title, ...content) {
        this.title.textContent = title;
        this.room.replaceChildren(...content.filter((part) => part !== null));
        if (!this.open) this.element.showModal();
        this.title.focus();
    }

    /** Reading about a person pauses the film and resumes it. */
    showPerson() {
        const { walk, words, film } = this.app;
        const { person } = walk.cue.cell;
        const about = words.person(person);
        const { ofModule } = words;
        this.paused = film.wanted;
        film.pause();
        const pictures = [about.now, about.then].filter((picture) => picture !== null);
        this.#show(
            words.name(person),
            about.job ? make("p", { text: about.job, ...ofModule }) : null,
            make("div", { class: "row pictures" }, ...pictures.map((picture) => make("img", { src: addressOf(picture.file), alt: picture.alt, ...ofModule }))),
            make("dl", ofModule, ...about.facts.flatMap(([label, value]) => [make("dt", { text: label }), make("dd", { text: value })])),
            ...(about.way_in ? [make("h3", { text: _("How people get into this work") }), ...paragraphs(about.way_in, ofModule)] : []),
        );
    }

    showSeed() {
        const { walk } = this.app;
        const field = make("input", { type: "text", id: "seed-field", autocomplete: "off", spellcheck: "false", "aria-describedby": "seed-state" });
        const state = make("p", { id: "seed-state", role: "status", class: "alert" });
        const mix = () => {
            const seed = seedFromText(field.value);
            if (seed === null) {
                state.textContent = _("“{}” is not a code: copy it as the other screen shows it", field.value);
                field.focus();
                return;
            }
            this.close();
            this.app.act((one) => one.reshuffle(seed));
        };
        field.addEventListener("keydown", (event) => {
            if (event.key !== "Enter") return;
            event.preventDefault(); // else the button that gets the focus back takes it for its own
            mix();
        });
        this.#show(
            _("Code of the mix"),
            make("p", { text: _("This mix is {}. The same code gives the same mix on every computer with this module.", seedText(walk.seed)) }),
            make("label", { for: "seed-field", text: _("Another code") }),
            field,
            state,
            make("div", { class: "row" }, button(_("Mix with it"), mix), button(_("Shuffle again"), () => (this.close(), this.app.run("reshuffle")))),
        );
    }

    showKeys() {
        // What follows each other and says the same is one row, as the ten digits are.
        const inRows = (bindings) =>
            bindings.reduce((rows, { says, keys }) => {
                const last = rows.at(-1);
                return last?.says === says ? [...rows.slice(0, -1), { says, keys: [...last.keys, ...keys] }] : [...rows, { says, keys }];
            }, []);
        const rows = (group) =>
            inRows(group.bindings).map((binding) =>
                make(
                    "tr",
                    {},
                    make("th", { scope: "row", text: _(binding.says) }),
                    make("td", {}, ...binding.keys.flatMap((key) => [make("kbd", { text: key }), " "])),
                ),
            );
        this.#show(
            _("All keys"),
            ...this.app.keys.groups.map((group) => make("table", { class: "keys" }, make("caption", { text: _(group.title) }), make("tbody", {}, ...rows(group)))),
        );
    }

    showSettings() {
        const { settings, module } = this.app;
        const choice = (name, words, values) => {
            const select = make("select", { id: `setting-${name}` });
            for (const [value, says] of values) select.append(make("option", { value, text: says, selected: String(settings[name]) === value }));
            select.addEventListener("change", () => this.app.set(name, select.value));
            return make("p", { class: "setting" }, make("label", { for: `setting-${name}`, text: words }), select);
        };
        const tick = (name, words) => {
            const box = make("input", { type: "checkbox", id: `setting-${name}`, checked: settings[name] === true });
            box.addEventListener("change", () => this.app.set(name, box.checked));
            return make("p", { class: "setting" }, box, make("label", { for: `setting-${name}`, text: words }));
        };
        const second = module.cells.find((cell) => cell.second_captions)?.second_captions ?? null;
        const sizes = ["75", "90", "100", "110", "125", "150", "175", "200"].map((size) => [size, `${size} %`]);
        this.#show(
            _("Settings"),
            choice("theme", _("Colours"), [["dark", _("Dark")], ["light", _("Light")], ["high-contrast", _("High contrast")], ["cream", _("Cream")]]),
            choice("size", _("Size of everything"), sizes),
            choice("captionSize", _("Size of captions"), [...sizes, ["250", "250 %"], ["300", "300 %"]]),
            second && choice("captionLanguages", _("Language of captions"), [["first", _("The first")], ["second", second.language ? _("The second ({})", second.language) : _("The second")], ["both", _("Both at once")]]),
            module.cells.some((cell) => cell.descriptions) ? tick("descriptions", _("Describe the picture in words")) : null,
            tick("jobLast", _("Person first, job last: the job is covered until it is uncovered (U)")),
            tick("still", _("No fading in and out")),
            tick("singleKeys", _("Letters, digits and signs are shortcuts")),
        );
    }

    /** Asks back before something is lost. */
    ask(question, words, deed) {
        const yes = button(words, () => {
            this.close();
            deed();
        });
        this.#show(question, make("div", { class: "row" }, yes, button(_("Leave it as it is"), () => this.close())));
    }
}
