#include "catalogue/captions.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/catalogue/caption_rows.h"

using namespace catalogue;
using namespace caption_rows;

TEST_CASE("TTML times are read in every form, relative to what is around them") {
    const auto tt = [](const std::string& body, const std::string& attributes = "") {
        return "<tt xmlns=\"http://www.w3.org/ns/ttml\" "
               "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" " +
               attributes + "><body><div>" + body + "</div></body></tt>";
    };
    check_good(
        {
            {tt(""), ""},
            {"<tt/>", ""},
            {"<tt><body/></tt>", ""},
            {tt("<p begin='00:00:01' end='00:00:02.5'>A</p>"), "1000-2500 A"},
            {tt("<p begin='1s' dur='1.5s'>A</p>"), "1000-2500 A"},
            {tt("<p begin='1s' dur='1.5s' end='2s'>A</p>"), "1000-2000 A"},
            {tt("<p begin='300ms' end='2m'>A</p>"), "300-120000 A"},
            {tt("<p begin='0.5h' end='01:00:00.123'>A</p>"), "1800000-3600123 A"},
            {tt("<p begin='00:00:01:15' end='60f'>A</p>"), "1500-2000 A"},
            {tt("<p begin='00:00:01:05' end='50f'>A</p>", "ttp:frameRate='25'"), "1200-2000 A"},
            {tt("<p begin='30f' end='60f'>A</p>",
                "ttp:frameRate='30' ttp:frameRateMultiplier='1000 1001'"),
             "1001-2002 A"},
            {tt("<p begin='10000000t' end='25000000t'>A</p>", "ttp:tickRate='10000000'"),
             "1000-2500 A"},
            {tt("<p begin='1t' end='2t'>A</p>"), "1000-2000 A"},
            {tt("<p begin='25t' end='50t'>A</p>", "ttp:frameRate='25'"), "1000-2000 A"},
            {"<tt><body begin='10s'><div begin='5s' end='8s'><p begin='1s' end='2s'>A</p>"
             "<p begin='2s' end='20s'>B</p></div><div><p begin='1s' "
             "dur='1s'>C</p></div></body></tt>",
             "11000-12000 C; 16000-17000 A; 17000-18000 B"},
            {tt("<p begin='1s'>A</p><p begin='4s'>B</p><p begin='4s' end='9s'>C</p>"
                "<p begin='20s'>D</p>"),
             "1000-4000 A; 4000-20000 B; 4000-9000 C; 20000-25000 D"},
            {"<tt><body><div end='3s'><p begin='1s'>A</p></div>"
             "<div begin='9s' dur='7s'><p>B</p></div></body></tt>",
             "1000-3000 A; 9000-16000 B"},
            {tt("<p begin='1s' end='2s'> one\n <span>two</span> <span>three<br/>  four</span></p>"),
             "1000-2000 one two three|four"},
            {tt("<p begin='1s' end='2s'><metadata>no</metadata>R&amp;D <![CDATA[<b>]]>&#233;</p>"),
             "1000-2000 R&D <b>\xC3\xA9"},
            {tt("<p begin='1s' end='2s'> <br/> </p>"), ""},
            {"<?xml version='1.0' encoding='UTF-8'?><x:tt xmlns:x='http://www.w3.org/ns/ttml'>"
             "<x:head><x:layout/></x:head><x:body><x:div><x:p begin='1s' end='2s'>A<x:br/>B</x:p>"
             "</x:div></x:body></x:tt>",
             "1000-2000 A|B"},
        },
        "a.ttml");
}

TEST_CASE("a damaged TTML caption is left out with a word on where and why") {
    const auto tt = [](const std::string& body) {
        return "<tt><body>\n<div>\n" + body + "\n</div></body></tt>";
    };
    check_bad(
        {
            {"", "", "1:1 this is not XML"},
            {"hello", "", "this is not XML"},
            {"<html/>", "", "1:2 this XML is not TTML"},
            {"<tt><body><div><p begin='1s' end='2s'>A</p><p begin='3s'", "1000-2000 A",
             "this is not XML"},
            {tt("<p begin='1' end='2s'>A</p>\n<p begin='3s' end='4s'>B</p>"), "3000-4000 B",
             "3:2 'begin' has '1', which is not a time"},
            {tt("<p begin='1s' end='2x'>A</p>"), "", "3:2 'end'"},
            {tt("<p begin='1s' dur='-1s'>A</p>"), "", "3:2 'dur'"},
            {tt("<p begin='1s' end=''>A</p>"), "", "3:2 'end'"},
            {tt("<p begin='00:01' end='2s'>A</p>"), "", "3:2 'begin'"},
            {tt("<p begin='00:00:01:30' end='9s'>A</p>"), "", "3:2 'begin'"},
            {tt("<p begin='00:60:00' end='2h'>A</p>"), "", "3:2 'begin'"},
            {tt("<p begin='0:00:01' end='2s'>A</p>"), "", "3:2 'begin'"},
            {tt("<p begin='1.s' end='2s'>A</p>"), "", "3:2 'begin'"},
            {tt("<p begin='1e3s' end='2s'>A</p>"), "", "3:2 'begin'"},
            {tt("<p begin='999999999999999h' end='2s'>A</p>"), "", "3:2 'begin'"},
            {tt("<p begin='2s' end='1s'>A</p>"), "", "3:2 the caption 'A' does not end"},
            {tt("<p begin='2s' dur='0s'>A</p>"), "", "3:2 the caption 'A' does not end"},
            {tt("<p>A</p>"), "", "3:2 the caption 'A' has no time"},
            {tt("</div><div begin='x'><p begin='1s' end='2s'>A</p>"), "", "3:8 'begin'"},
            {tt("</div><div timeContainer='seq'><p begin='1s' end='2s'>A</p>"), "1000-2000 A",
             "'seq'"},
            {"<tt frameRate='0'><body><p begin='1s' end='60f'>A</p></body></tt>", "1000-2000 A",
             "1:2 '0' is not a frameRate"},
            {"<tt timeBase='smpte'><body><p begin='1s' end='2s'>A</p></body></tt>", "1000-2000 A",
             "'smpte'"},
        },
        "a.xml");
}

TEST_CASE("entities of a document type are never expanded") {
    const CaptionReading reading = read_captions(
        "<!DOCTYPE tt [<!ENTITY a \"bomb\"><!ENTITY b \"&a;&a;&a;\">"
        "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
        "<tt><body><p begin='1s' end='2s'>&b;&f;</p></body></tt>",
        "a.ttml");
    CHECK(told(reading) == "1000-2000 &b;&f;");
}
