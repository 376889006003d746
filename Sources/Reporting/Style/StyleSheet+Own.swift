extension StyleSheet {
    /// Own data: files to choose, columns to assign, a private link.
    static let own = """
        .in.file { height: auto; padding: 6px 10px; }
        .panel > p + .acts, .panel > .rows + .acts, .panel > .acts + p { margin-top: var(--s3); }
        .wrap-any { overflow-wrap: anywhere; }
        .steps .done { color: var(--ink-2); }
        .steps .done::after { background: var(--ink-3); border-color: var(--ink-3); }
        .decide { margin-block: var(--s4); align-items: center; }
        .decide form { align-items: center; }
        .map-cols { margin-top: var(--s5); }
        .map-cols > summary { cursor: pointer; }
        .map-cols > .form { margin-top: var(--s4); }
        .map-cols fieldset { border: 0; border-top: 1px solid var(--line); padding: var(--s3) 0 0; margin: 0; min-width: 0; }
        .map-cols legend { padding-right: var(--s3); overflow-wrap: anywhere; }
        .map-cols .form.row { margin-bottom: var(--s4); }
        .map-cols .form.row .field { flex: 0 1 320px; }
        .cols { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: var(--s4); }
        .cols label { overflow-wrap: anywhere; }
        .cols .hint { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }

        @media (max-width: 640px) {
          .in.file { height: auto; }
          .map-cols .form.row { grid-template-columns: minmax(0, 1fr); }
          .cols { grid-template-columns: minmax(0, 1fr); }
          .decide form { flex: 1 1 100%; }
          .decide .checks { flex-basis: 100%; }
        }
        """
}
