// A small module without a fault, made in memory, for tests to break.
#pragma once

#include <string>

#include "catalogue/module_files.h"

inline const std::string made_module_yaml =
    "# yaml-language-server: $schema=module.schema.json\n"
    "format: 1\n"
    "id: a-cross-section\n"
    "version: \"1.0\"\n"
    "title: A cross-section\n"
    "language: en-GB\n"
    "licence: CC-BY-4.0\n"
    "about: |\n"
    "  First paragraph.\n"
    "\n"
    "  Second paragraph.\n"
    "notice: The people in this module are invented.\n"
    "credits: {funder: A trust, nominated_by: A school, date: \"2026-11\"}\n"
    "support:\n"
    "  - {name: A help line, contact: \"0800 1111\"}\n"
    "themes:\n"
    "  - {id: work, name: Work}\n"
    "  - {id: life, name: Life}\n"
    "questions:\n"
    "  - {id: w1, theme: work, text: \"How did you become {job}?\", label: In a nutshell}\n"
    "  - {id: w2, theme: work, text: \"What do you do all day?\", label: A day}\n"
    "  - {id: w3, theme: work, text: \"What goes wrong?\", label: Wrong, sensitive: true}\n"
    "  - {id: l1, theme: life, text: \"What else matters?\", label: Else, sensitive: false}\n"
    "facts:\n"
    "  - {id: left, label: Left full-time education, says: \"left school at {value}\"}\n"
    "  - {id: route, label: Route, says: \"went {value}\"}\n"
    "people_order: [moira, dev]\n";

inline const std::string made_moira_yaml =
    "format: 1\n"
    "name: Moira\n"
    "job: {title: hill farmer, article: a}\n"
    "facts: {left: \"16\", route: straight into work}\n"
    "film: films/moira.mp4\n"
    "captions: captions/moira.vtt\n"
    "pictures: {now: {file: pictures/moira.png, alt: Moira at a gate}}\n"
    "consent: given\n"
    "way_in: |\n"
    "  Ask a farmer.\n"
    "answers:\n"
    "  w1: {in: \"00:12.000\", out: \"00:40.200\"}\n"
    "  w2: {film: films/moira-w2.mp4, captions: captions/moira-w2.vtt}\n"
    "  w3: withheld\n"
    "  l1: {}\n";

inline const std::string made_moira_index_yaml =
    "format: 1\n"
    "person: moira\n"
    "film: films/moira.mp4\n"
    "made: {by: crosscut, date: \"2026-11-21\", size_bytes: \"123456\"}\n"
    "answers:\n"
    "  w1: {in: \"00:11.000\", out: \"00:39.000\", loudness: \"-23.0\"}\n"
    "  l1: {in: \"00:50.000\", out: \"01:20.000\", loudness: \"-23.0\"}\n";

inline const std::string made_dev_yaml =
    "format: 1\n"
    "name: Dev\n"
    "job: {title: engineer, article: an}\n"
    "facts: {left: \"22\"}\n"
    "film: films/dev.mp4\n"
    "consent: given\n"
    "answers:\n"
    "  w1: {in: \"00:01.000\", out: \"00:20.000\"}\n"
    "  w2: {in: \"00:20.000\", out: \"00:41.000\"}\n";

inline const std::string made_amara_yaml =
    "format: 1\n"
    "name: Amara\n"
    "job: {title: head of year}\n"
    "film: films/amara.mp4\n"
    "consent: withdrawn\n"
    "answers:\n"
    "  w1: {in: \"00:01.000\", out: \"00:20.000\"}\n";

inline catalogue::MemoryFiles made_module() {
    catalogue::MemoryFiles files;
    files.files = {
        {"module.yaml", made_module_yaml},
        {"people/moira.yaml", made_moira_yaml},
        {"people/dev.yaml", made_dev_yaml},
        {"people/amara.yaml", made_amara_yaml},
        {"index/moira.yaml", made_moira_index_yaml},
        {"films/moira.mp4", "film"},
        {"films/moira-w2.mp4", "film"},
        {"films/dev.mp4", "film"},
        {"captions/moira.vtt", "captions"},
        {"captions/moira-w2.vtt", "captions"},
        {"pictures/moira.png", "picture"},
    };
    return files;
}
