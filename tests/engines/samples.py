"""Sentences for the tests of the engines, written for them."""

from __future__ import annotations

# A question, a passage that answers it, and one about something else.
TRIPLES = (
    (
        "Hur många barn går i förskolan?",
        "Antalet inskrivna barn i förskoleverksamheten uppgick till 4 120.",
        "Ledningsnätet för dricksvatten har bytts ut på tre sträckor.",
    ),
    (
        "Vad kostade snöröjningen?",
        "Vinterväghållningen blev 6,4 mnkr dyrare än budgeterat.",
        "Biblioteken ordnade sagostunder på elva språk.",
    ),
    (
        "Vilken nämnd ansvarar för äldreomsorgen?",
        "Vård- och omsorgsnämnden svarar för särskilda boenden och hemtjänst.",
        "Detaljplanen för hamnområdet vann laga kraft i mars.",
    ),
    (
        "Har sjukfrånvaron minskat?",
        "Medarbetarnas sjukskrivningar sjönk från 7,1 till 6,4 procent.",
        "Kommunens bilar körs till två tredjedelar på biogas.",
    ),
)

PASSAGES = tuple(passage for _, *passages in TRIPLES for passage in passages)
QUERIES = tuple(query for query, *_ in TRIPLES)

HOSTILE = {
    "empty": "",
    "blank": " \t\n\u00a0\u3000",
    "nul": "före\0efter",
    "only nul": "\0" * 50,
    "lone surrogates": "\ud800 mål \udfff",
    "twenty ligatures that expand": "\ufdfa" * 20,
    "a hundred thousand letters": "x" * 100_000,
    "a hundred thousand spaces": " " * 100_000 + "mål",
    "a hundred thousand accents": "a" + "\u0301" * 100_000,
    "emoji": "👩‍👩‍👧‍👦🇸🇪" * 400,
    "control words": "</s><pad><mask><unk>",
    "right to left": "\u202eمرحبا\u202c",
    "private use": "\ue000\U0010ffff",
}
