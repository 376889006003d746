extension StyleSheet {
    /// Forms made from a study's parameters, buttons, progress.
    static let forms = """
        .form { display: grid; gap: var(--s4); }
        .form.row { display: flex; flex-wrap: wrap; align-items: flex-end; gap: var(--s3) var(--s4); }
        .field { display: grid; gap: 3px; min-width: 0; }
        .field > label, .field > .lb { font-size: var(--t-2); font-weight: 600; }
        .field .hint { font-size: var(--t-1); color: var(--ink-3); line-height: 1.4; }
        .field .unit { display: flex; }
        .field .unit span {
          border: 1px solid var(--line-2); border-left: 0; padding: 0 10px; font-size: var(--t-2);
          color: var(--ink-2); background: var(--sunken); display: flex; align-items: center;
          border-radius: 0 var(--r2) var(--r2) 0; white-space: nowrap;
        }
        .field .unit input { border-radius: var(--r2) 0 0 var(--r2); flex: 1; min-width: 0; }
        .in {
          height: 36px; border: 1px solid var(--line-2); border-radius: var(--r2); background: var(--surface);
          padding: 0 10px; font-size: var(--t-3); width: 100%; min-width: 0;
        }
        textarea.in { height: auto; padding: 8px 10px; }
        .in.code { font-family: var(--mono); font-size: var(--t-2); line-height: 1.5; }
        .plain {
          border: 0; background: none; padding: 0; font-size: var(--t-2); color: var(--link); cursor: pointer;
          text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .18em;
        }
        .in[aria-invalid] { border-color: var(--bad); box-shadow: inset 3px 0 0 var(--bad); }
        .err { font-size: var(--t-2); color: var(--bad); }
        .btn {
          display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-height: 36px;
          padding: 0 var(--s4); border: 1px solid var(--line-2); border-radius: var(--r2);
          background: var(--surface); color: var(--ink); font-size: var(--t-3); font-weight: 550;
          text-decoration: none; cursor: pointer; white-space: nowrap;
        }
        .btn:hover { border-color: var(--ink-3); color: var(--ink); }
        .btn.pri { background: var(--warp); border-color: var(--warp); color: var(--on-warp); }
        .btn.pri:hover { background: var(--link-hover); color: var(--on-warp); }
        .btn[disabled] {
          color: var(--ink-3); background: var(--sunken); border-color: var(--line); cursor: not-allowed;
        }
        .checks { display: flex; flex-wrap: wrap; gap: 4px var(--s4); font-size: var(--t-3); }
        .checks label { display: inline-flex; gap: 6px; align-items: center; white-space: nowrap; }
        .checks.col { flex-direction: column; gap: 6px; }
        .form.row .checks { min-height: 36px; align-items: center; }
        input[type="checkbox"], input[type="radio"] {
          accent-color: var(--warp); width: 16px; height: 16px; margin: 0; flex: none;
        }
        .acts { display: flex; flex-wrap: wrap; gap: var(--s2); }
        .finds + .acts { margin-top: var(--s3); }
        progress { width: 100%; height: 8px; accent-color: var(--warp); }

        @media (max-width: 640px) {
          .form.row { display: grid; grid-template-columns: 1fr 1fr; }
          .form.row > :is(fieldset, .checks, .btn), .form.row:not(:has(.field ~ .field)) > .field {
            grid-column: 1 / -1;
          }
          .checks label { white-space: normal; }
          .btn { min-height: 44px; }
          .in { height: 44px; font-size: 16px; }
          .acts .btn { flex: 1; }
        }
        """
}
