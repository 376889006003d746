extension StyleSheet {
    /// Key figures, basis marks, source notes, strength marks, tags, places, notices.
    static let figures = """
        .figs {
          display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); background: var(--surface);
          border: 1px solid var(--line); border-radius: var(--r3);
        }
        .figs.one { grid-template-columns: minmax(0, 1fr); }
        .figs.two { grid-template-columns: repeat(2, minmax(0, 1fr)); }
        .figs.three { grid-template-columns: repeat(3, minmax(0, 1fr)); }
        .figs.five { grid-template-columns: repeat(5, minmax(0, 1fr)); }
        .fig {
          padding: var(--s4) var(--s4) var(--s3) var(--s5); position: relative; min-width: 0; display: grid;
          grid-template-rows: 1fr auto; gap: 2px; border-left: 1px solid var(--line);
          border-top: 1px solid var(--line);
        }
        .figs.one .fig, .figs.two .fig:nth-child(2n+1), .figs.three .fig:nth-child(3n+1),
        .figs.four .fig:nth-child(4n+1), .figs.five .fig:nth-child(5n+1) { border-left: 0; }
        .figs.one .fig:nth-child(-n+1), .figs.two .fig:nth-child(-n+2), .figs.three .fig:nth-child(-n+3),
        .figs.four .fig:nth-child(-n+4), .figs.five .fig:nth-child(-n+5) { border-top: 0; }
        .fig > dt { font-size: var(--t-2); color: var(--ink-2); line-height: 1.35; align-self: end; }
        .fig .v {
          font-size: 1.875rem; font-weight: 620; line-height: 1.2; letter-spacing: -.01em;
          font-variant-numeric: tabular-nums lining-nums; overflow-wrap: break-word;
        }
        .fig .v.long { font-size: 1.5rem; line-height: 1.5; }
        .fig .v.txt { font-size: var(--t-5); line-height: 1.4; letter-spacing: 0; padding-bottom: 2px; }
        .fig .v small {
          font-size: var(--t-3); font-weight: 450; color: var(--ink-2); letter-spacing: 0; margin-left: 4px;
        }
        .fig .m {
          display: flex; flex-wrap: wrap; align-items: center; gap: 2px 8px; margin-top: 4px;
          min-height: 22px; font-size: var(--t-1); color: var(--ink-3);
        }
        .fig .m .tag { line-height: 1.35; padding: 0 4px; }
        .na { color: var(--ink-3); }

        /* Solid: somebody said it. Hollow: computed. Dotted: guessed. Hatched: not real. */
        .basis {
          display: inline-flex; align-items: center; gap: 5px; font-size: var(--t-1); line-height: 1.4;
          color: var(--ink-2); white-space: nowrap; font-weight: 400;
        }
        .mk { width: 10px; height: 10px; flex: none; color: inherit; }
        .mk .f { fill: currentColor; }
        .mk .o { fill: none; stroke: currentColor; stroke-width: 1.3; }
        .mk .d { stroke-dasharray: 1.3 1.3; }
        .mk .h { stroke-width: 1; }
        .basis.synthetic { color: var(--warn); }

        .src { display: inline-block; position: relative; font-size: var(--t-1); font-weight: 400; }
        .src > summary {
          list-style: none; cursor: pointer; color: var(--link); border-bottom: 1px dotted currentColor;
          line-height: 1.35; white-space: nowrap;
        }
        .src > summary::-webkit-details-marker { display: none; }
        .src > summary:hover, .src[open] > summary { color: var(--link-hover); border-bottom-style: solid; }
        .src .pop {
          position: absolute; z-index: 20; left: 0; top: calc(100% + 6px); width: min(340px, 78vw);
          max-height: 60vh; overflow: auto; background: var(--raised); color: var(--ink);
          border: 1px solid var(--line-2); border-radius: var(--r3); box-shadow: var(--shadow);
          padding: var(--s3) var(--s4); font-size: var(--t-2); line-height: 1.5; white-space: normal;
          text-align: left; font-weight: 400;
        }
        .src.end .pop { left: auto; right: 0; }
        .pop dl { display: grid; grid-template-columns: max-content 1fr; gap: 3px var(--s3); }
        .pop dt { color: var(--ink-3); }
        .pop dd { min-width: 0; overflow-wrap: anywhere; }
        .pop .of { font-weight: 600; margin-bottom: 2px; }
        .pop dl + .of { margin-top: var(--s3); padding-top: var(--s3); border-top: 1px solid var(--line); }

        .st {
          width: 14px; height: 14px; flex: none; display: inline-block; border: 1.5px solid; vertical-align: -2px;
        }
        .st.strong { background: var(--s-strong); border-color: var(--s-strong); }
        .st.adequate {
          border-color: var(--s-strong);
          background: linear-gradient(0deg, var(--s-adequate) 55%, transparent 55%);
        }
        .st.weak {
          border-color: var(--s-weak);
          background: repeating-linear-gradient(45deg, var(--s-weak) 0 2.5px, transparent 2.5px 5px);
        }
        .st.missing {
          border-color: var(--s-missing);
          background:
            linear-gradient(45deg, transparent 44%, var(--s-missing) 44% 56%, transparent 56%),
            linear-gradient(-45deg, transparent 44%, var(--s-missing) 44% 56%, transparent 56%);
        }
        .st.unknown { border: 1.5px dotted var(--s-unknown); }
        .key { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); font-size: var(--t-2); color: var(--ink-2); }
        .key li { display: inline-flex; align-items: center; gap: 6px; }
        .key b { font-weight: 600; font-variant-numeric: tabular-nums; color: var(--ink); }
        .tag {
          display: inline-block; font-size: var(--t-1); line-height: 1.5; padding: 0 6px;
          border: 1px solid var(--line-2); border-radius: var(--r1); color: var(--ink-2); white-space: nowrap;
          background: var(--surface); font-weight: 400;
        }
        .tag.warn { border-color: var(--warn-line); color: var(--warn); background: var(--warn-bg); }
        .tag.bad { border-color: var(--bad-line); color: var(--bad); background: var(--bad-bg); }
        .pl { display: inline-flex; align-items: center; gap: 6px; }
        .pl::before { content: ""; width: 3px; height: 1em; flex: none; background: var(--c-n); }
        .pl.p1::before { background: var(--c-1); }
        .pl.p2::before { background: var(--c-2); }
        .pl.p3::before { background: var(--c-3); }
        .pl.p4::before { background: var(--c-4); }
        .pl.p5::before { background: var(--c-5); }
        .pl.p6::before { background: var(--c-6); }

        .note {
          border: 1px solid var(--info-line); border-left-width: 4px; background: var(--info-bg);
          border-radius: var(--r2); padding: var(--s3) var(--s4); font-size: var(--t-3);
        }
        .note.sample { border-color: var(--warn-line); background-color: var(--warn-bg); }
        .note.bad { border-color: var(--bad-line); background: var(--bad-bg); }
        .note b { font-weight: 650; }
        .note p { max-width: none; }
        .head + .note, .note + .note { margin-bottom: var(--s4); }
        .hatch {
          padding-right: 96px;
          background-image:
            linear-gradient(90deg, var(--warn-bg) calc(100% - 84px), transparent calc(100% - 60px)),
            repeating-linear-gradient(45deg, var(--warn-line) 0 1.5px, transparent 1.5px 7px);
        }

        @media (max-width: 1023px) {
          .figs.four, .figs.five { grid-template-columns: repeat(2, minmax(0, 1fr)); }
          .figs:is(.four, .five) .fig:nth-child(n) { border-left: 1px solid var(--line); }
          .figs:is(.four, .five) .fig:nth-child(odd) { border-left: 0; }
          .figs:is(.four, .five) .fig:nth-child(n+3) { border-top: 1px solid var(--line); }
          .figs:is(.four, .five) .fig:last-child:nth-child(odd) { grid-column: 1 / -1; }
          .src .pop, .src.end .pop {
            position: fixed; inset: auto var(--s4) var(--s4) var(--s4); width: auto; z-index: 40;
          }
        }
        @media (max-width: 640px) {
          .figs.three, .figs.two { grid-template-columns: minmax(0, 1fr); }
          .figs:is(.two, .three) .fig { border-left: 0; }
          .figs:is(.two, .three) .fig + .fig { border-top: 1px solid var(--line); }
          .fig { padding: var(--s3) var(--s4); }
          .fig .v { font-size: 1.5rem; }
          .fig .v.long { font-size: 1.125rem; line-height: 1.6; }
          .fig .v.long small { font-size: var(--t-1); margin-left: 2px; }
          .src > summary { padding-block: 4px; }
          .hatch {
            padding-right: 36px;
            background-image:
              linear-gradient(90deg, var(--warn-bg) calc(100% - 20px), transparent calc(100% - 20px)),
              repeating-linear-gradient(45deg, var(--warn-line) 0 1.5px, transparent 1.5px 7px);
          }
        }
        """
}
