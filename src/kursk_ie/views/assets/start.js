// Everything is in the page; the parts that have something to show come up.

const data = JSON.parse(find("#data").textContent);
startReader();
showArticle(0);
if (document.body.classList.contains("several")) {
  find("#picker").hidden = false;
  startLedger(data);
  startTimeline();
}
startMap(data.sites);
document.documentElement.dataset.ready = "yes";
