"""A page of every kind that this site has, by address: what must be good on each."""

PAGES = {
    "home page": "",
    "section": "en/work/",
    "tip sheet": "werk/openen/",
    "tip sheet for home": "en/home/time-out/",
    "list": "werk/lijsten/voor-je-belt/",
    "worksheet": "en/work/sheets/safety-plan/",
    "module": "leren/openen/",
    "trainer's page": "en/learn/trainer/opening/",
    "page about the site": "over/toegankelijkheid/",
}
