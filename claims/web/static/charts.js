// Charts drawn from the tables beside them, so that both say the same.
(() => {
  "use strict";
  const drawn = new Set();

  function load() {
    if (window.echarts) return Promise.resolve(window.echarts);
    const source = document.querySelector('meta[name="chart-library"]')?.content;
    return new Promise((done, fail) => {
      const script = document.createElement("script");
      script.src = source;
      script.onload = () => done(window.echarts);
      script.onerror = () => fail(new Error("the chart library did not load"));
      document.head.append(script);
    });
  }

  function tone(name) {
    const probe = document.createElement("span");
    probe.className = `tone-${name}`;
    probe.hidden = true;
    document.body.append(probe);
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  }

  function read(table) {
    const heads = [...table.tHead.rows[0].cells].slice(1).filter((head) => head.dataset.tone);
    const lines = [...table.tBodies[0].rows];
    return {
      days: lines.map((line) => line.cells[0].querySelector("time").dateTime),
      series: heads.map((head) => ({
        name: head.textContent.trim(),
        tone: head.dataset.tone,
        data: lines.map((line) => Number(line.cells[head.cellIndex].textContent)),
      })),
    };
  }

  const SYMBOLS = ["circle", "rect", "roundRect", "triangle", "diamond", "pin", "arrow"];

  function options({ days, series }) {
    const ink = getComputedStyle(document.body).color;
    const axis = { axisLabel: { color: ink }, axisLine: { lineStyle: { color: ink } }, splitLine: { lineStyle: { opacity: 0.15 } } };
    return {
      animation: false,
      aria: { enabled: true },
      tooltip: { trigger: "axis", renderMode: "richText" },
      legend: { top: 0, textStyle: { color: ink } },
      grid: { left: 48, right: 16, top: 56, bottom: 28 },
      xAxis: { type: "category", data: days, boundaryGap: false, ...axis },
      yAxis: { type: "value", minInterval: 1, ...axis },
      series: series.map((each, at) => ({
        name: each.name,
        type: "line",
        data: each.data,
        symbol: SYMBOLS[at % SYMBOLS.length],
        symbolSize: 7,
        showSymbol: days.length < 40,
        itemStyle: { color: tone(each.tone) },
        lineStyle: { width: 2, type: ["solid", "dashed", "dotted"][at % 3] },
      })),
    };
  }

  async function draw(place) {
    const table = place.parentElement.querySelector("[data-chart-data]");
    if (!table) return;
    const echarts = await load();
    const chart = echarts.getInstanceByDom(place) ?? echarts.init(place, null, { renderer: "canvas" });
    drawn.add(place);
    chart.setOption(options(read(table)), true);
  }

  function drawNew() {
    for (const place of document.querySelectorAll("[data-chart]")) if (!drawn.has(place)) draw(place);
  }

  function redraw() {
    for (const place of drawn) draw(place);
  }

  document.addEventListener("htmx:after:swap", drawNew);
  document.addEventListener("themechange", redraw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  window.addEventListener("resize", () => {
    for (const place of drawn) window.echarts.getInstanceByDom(place)?.resize();
  });
  drawNew();
})();
