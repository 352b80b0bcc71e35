import Foundation

/// The tables of release 1, as the file holds them.
///
/// Never edited after release: a change is a new file beside this one.
///
/// Source: our choice, DECISIONS: schema. Kept over 300 lines: it is one text.
enum Schema001 {
  static let applicationID: Int32 = 1_280_590_153
  static let version: Int32 = 1

  /// The statements in the order in which they are run; SQLite keeps the text of each, so that
  /// an opened file can be compared with it word for word.
  static let statements: [String] = text.components(separatedBy: ";\n\n")

  private static let text = """
    CREATE TABLE setting(
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL CHECK(json_valid(value)),
      rev INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE operator(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL UNIQUE,
      role TEXT NOT NULL CHECK(role='archivist' OR role='reader' OR role='trainer' OR
        role='reviewer'),
      pin TEXT,
      active INTEGER NOT NULL DEFAULT 1,
      rev INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE fonds(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      number TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK(kind='office' OR kind='township' OR kind='enterprise' OR
        kind='village'),
      level TEXT NOT NULL CHECK(level='county' OR level='city' OR level='province' OR
        level='central'),
      closed_on INTEGER,
      successor_id INTEGER REFERENCES fonds(id),
      profile TEXT NOT NULL DEFAULT '{}' CHECK(json_valid(profile)),
      rev INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE org(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      fonds_id INTEGER NOT NULL REFERENCES fonds(id),
      kind TEXT NOT NULL CHECK(kind='department' OR kind='matter'),
      code TEXT NOT NULL,
      name TEXT NOT NULL,
      from_year INTEGER NOT NULL DEFAULT 0,
      to_year INTEGER NOT NULL DEFAULT 9999,
      position INTEGER NOT NULL DEFAULT 0,
      rev INTEGER NOT NULL,
      UNIQUE(fonds_id,code,from_year),
      CHECK(from_year<=to_year),
      CHECK(code<>'' AND code<>'Y' AND code NOT GLOB 'D[0-9]*' AND code NOT GLOB
        '[0-9][0-9][0-9][0-9]' AND instr(code,'-')=0 AND instr(code,'·')=0)
    ) STRICT;

    CREATE TABLE scheme(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      fonds_id INTEGER NOT NULL REFERENCES fonds(id),
      type TEXT NOT NULL,
      unit TEXT NOT NULL CHECK(unit='item' OR unit='volume'),
      levels TEXT NOT NULL,
      template TEXT NOT NULL,
      from_year INTEGER NOT NULL DEFAULT 0,
      to_year INTEGER NOT NULL DEFAULT 9999,
      rules TEXT NOT NULL DEFAULT '{}' CHECK(json_valid(rules)),
      rev INTEGER NOT NULL,
      UNIQUE(fonds_id,type,unit,from_year)
    ) STRICT;

    CREATE TABLE series(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      scheme_id INTEGER NOT NULL REFERENCES scheme(id),
      sub TEXT NOT NULL DEFAULT '',
      year INTEGER NOT NULL DEFAULT 0 CHECK(year=0 OR year BETWEEN 1840 AND 2200),
      period TEXT NOT NULL DEFAULT '' CHECK(period='' OR period='Y' OR period='长期' OR
        period='短期' OR period GLOB 'D[1-9]' OR period GLOB 'D[1-9][0-9]' OR period GLOB
        'D[1-9][0-9][0-9]'),
      org_id INTEGER REFERENCES org(id),
      project TEXT NOT NULL DEFAULT '',
      catalogue_no TEXT NOT NULL DEFAULT '',
      prefix TEXT NOT NULL DEFAULT '',
      issued INTEGER NOT NULL DEFAULT 0,
      releases INTEGER NOT NULL DEFAULT 0,
      stamp TEXT NOT NULL DEFAULT '' CHECK(stamp='' OR stamp='pencil' OR stamp='inked'),
      rev INTEGER NOT NULL
    ) STRICT;

    CREATE UNIQUE INDEX series_key ON
      series(scheme_id,sub,year,period,ifnull(org_id,0),project,catalogue_no);

    CREATE UNIQUE INDEX series_prefix ON series(prefix) WHERE prefix<>'';

    CREATE TABLE place(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      parent_id INTEGER REFERENCES place(id),
      kind TEXT NOT NULL CHECK(kind='room' OR kind='zone' OR kind='row' OR kind='face' OR
        kind='bay' OR kind='shelf' OR kind='cell'),
      code TEXT NOT NULL,
      name TEXT NOT NULL DEFAULT '',
      mm INTEGER,
      position INTEGER NOT NULL DEFAULT 0,
      rev INTEGER NOT NULL
    ) STRICT;

    CREATE UNIQUE INDEX place_code ON place(ifnull(parent_id,0),code);

    CREATE TABLE box(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      series_id INTEGER NOT NULL REFERENCES series(id),
      run TEXT NOT NULL,
      number INTEGER NOT NULL CHECK(number>0),
      mm INTEGER NOT NULL CHECK(mm BETWEEN 5 AND 200),
      place_id INTEGER REFERENCES place(id),
      slot INTEGER,
      end_note TEXT CHECK(end_note IS NULL OR json_valid(end_note)),
      rev INTEGER NOT NULL,
      UNIQUE(run,number),
      UNIQUE(id,series_id)
    ) STRICT;

    CREATE INDEX box_place ON box(place_id,slot) WHERE place_id IS NOT NULL;

    CREATE INDEX box_series ON box(series_id);

    CREATE TABLE item(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      level TEXT NOT NULL DEFAULT 'item' CHECK(level IN('item','volume')),
      series_id INTEGER NOT NULL REFERENCES series(id),
      state TEXT NOT NULL CHECK(state='inbox' OR state='excluded' OR state='classified' OR
        state='arranged' OR state='filed' OR state='transferred' OR state='destroyed'),
      marks INTEGER NOT NULL DEFAULT 0,
      period TEXT NOT NULL DEFAULT '' CHECK(period='' OR period='Y' OR period='长期' OR
        period='短期' OR period GLOB 'D[1-9]' OR period GLOB 'D[1-9][0-9]' OR period GLOB
        'D[1-9][0-9][0-9]'),
      period_from INTEGER,
      number INTEGER CHECK(number>0),
      code TEXT NOT NULL DEFAULT '',
      volume_id INTEGER REFERENCES item(id),
      box_id INTEGER,
      place_id INTEGER REFERENCES place(id),
      title TEXT NOT NULL CHECK(trim(title,' 　')<>''),
      doc_no TEXT NOT NULL DEFAULT '',
      issuer TEXT NOT NULL DEFAULT '',
      date TEXT NOT NULL DEFAULT '',
      date_from INTEGER NOT NULL DEFAULT 0,
      date_to INTEGER NOT NULL DEFAULT 0,
      pages INTEGER CHECK(pages>=0),
      count INTEGER NOT NULL DEFAULT 1 CHECK(count>=0),
      page_from INTEGER,
      secrecy TEXT NOT NULL DEFAULT '' CHECK(secrecy='' OR secrecy='internal' OR
        secrecy='secret' OR secrecy='confidential' OR secrecy='top'),
      secret_years INTEGER,
      access TEXT NOT NULL DEFAULT '' CHECK(access='' OR access='open' OR access='controlled' OR
        access='deferred'),
      publicity TEXT NOT NULL DEFAULT '' CHECK(publicity='' OR publicity='active' OR
        publicity='request' OR publicity='none'),
      direction TEXT NOT NULL DEFAULT '' CHECK(direction='' OR direction='superior' OR
        direction='own' OR direction='peer' OR direction='subordinate'),
      basis TEXT NOT NULL DEFAULT '',
      carrier TEXT NOT NULL DEFAULT '',
      persons TEXT NOT NULL DEFAULT '',
      keywords TEXT NOT NULL DEFAULT '',
      note TEXT NOT NULL DEFAULT '',
      former_code TEXT NOT NULL DEFAULT '',
      extra TEXT CHECK(extra IS NULL OR json_valid(extra)),
      end_note TEXT CHECK(end_note IS NULL OR json_valid(end_note)),
      issued INTEGER,
      releases INTEGER NOT NULL DEFAULT 0,
      origin INTEGER,
      rev INTEGER NOT NULL,
      FOREIGN KEY(box_id,series_id) REFERENCES box(id,series_id),
      CHECK(date_from<=date_to),
      CHECK((number IS NULL)=(state='inbox' OR state='excluded' OR state='classified')),
      CHECK(number IS NOT NULL OR (code='' AND volume_id IS NULL AND box_id IS NULL)),
      CHECK(code<>'' OR (state<>'filed' AND state<>'transferred' AND state<>'destroyed')),
      CHECK(volume_id IS NULL OR (level='item' AND box_id IS NULL)),
      CHECK(level='volume' OR issued IS NULL)
    ) STRICT;

    CREATE UNIQUE INDEX item_number ON item(series_id,number) WHERE volume_id IS NULL AND number
      IS NOT NULL;

    CREATE UNIQUE INDEX item_in_volume ON item(volume_id,number) WHERE volume_id IS NOT NULL;

    CREATE UNIQUE INDEX item_code ON item(code) WHERE code<>'';

    CREATE INDEX item_series ON item(series_id,state);

    CREATE INDEX item_unnumbered ON item(series_id,date_from,id) WHERE number IS NULL;

    CREATE INDEX item_box ON item(box_id) WHERE box_id IS NOT NULL;

    CREATE INDEX item_doc_no ON item(doc_no) WHERE doc_no<>'';

    CREATE INDEX item_date ON item(date);

    CREATE INDEX item_origin ON item(origin) WHERE origin IS NOT NULL;

    CREATE INDEX item_marks ON item(marks) WHERE marks<>0;

    CREATE TABLE part(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      item_id INTEGER NOT NULL REFERENCES item(id),
      n INTEGER NOT NULL CHECK(n>0),
      role TEXT NOT NULL CHECK(role='slip' OR role='text' OR role='annex' OR role='final' OR
        role='draft' OR role='draft-sheet' OR role='forwarded' OR role='copy' OR
        role='translation' OR role='foreign' OR role='incoming' OR role='reply'),
      title TEXT NOT NULL DEFAULT '',
      doc_no TEXT NOT NULL DEFAULT '',
      issuer TEXT NOT NULL DEFAULT '',
      date TEXT NOT NULL DEFAULT '',
      pages INTEGER,
      copies INTEGER NOT NULL DEFAULT 1,
      note TEXT NOT NULL DEFAULT '',
      rev INTEGER NOT NULL,
      UNIQUE(item_id,n)
    ) STRICT;

    CREATE TABLE link(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      item_id INTEGER NOT NULL REFERENCES item(id),
      other_id INTEGER NOT NULL REFERENCES item(id),
      kind TEXT NOT NULL CHECK(kind='reply' OR kind='forwards' OR kind='see' OR kind='carrier'),
      rev INTEGER NOT NULL,
      UNIQUE(item_id,other_id,kind),
      CHECK(item_id<>other_id)
    ) STRICT;

    CREATE INDEX link_other ON link(other_id);

    CREATE TABLE vacant(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      series_id INTEGER NOT NULL REFERENCES series(id),
      volume_id INTEGER NOT NULL DEFAULT 0,
      number INTEGER NOT NULL,
      code TEXT NOT NULL,
      item_id INTEGER NOT NULL,
      why TEXT NOT NULL,
      rev INTEGER NOT NULL,
      UNIQUE(series_id,volume_id,number)
    ) STRICT;

    CREATE TABLE file(
      sha256 TEXT PRIMARY KEY CHECK(length(sha256)=64),
      size INTEGER NOT NULL,
      format TEXT NOT NULL,
      rev INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE original(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      item_id INTEGER NOT NULL REFERENCES item(id),
      part_id INTEGER REFERENCES part(id),
      n INTEGER NOT NULL,
      sha256 TEXT NOT NULL REFERENCES file(sha256),
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK(role='born' OR role='scan' OR role='use-copy' OR role='text'),
      rev INTEGER NOT NULL,
      UNIQUE(item_id,n)
    ) STRICT;

    CREATE INDEX original_file ON original(sha256);

    CREATE TABLE schedule(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      fonds_id INTEGER NOT NULL REFERENCES fonds(id),
      key TEXT NOT NULL,
      name TEXT NOT NULL,
      base TEXT NOT NULL,
      approval TEXT NOT NULL DEFAULT '',
      approved_on INTEGER,
      from_year INTEGER NOT NULL DEFAULT 0,
      rev INTEGER NOT NULL,
      UNIQUE(fonds_id,key,from_year)
    ) STRICT;

    CREATE TABLE schedule_row(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      schedule_id INTEGER NOT NULL REFERENCES schedule(id),
      code TEXT NOT NULL,
      body TEXT NOT NULL CHECK(json_valid(body)),
      retired_on INTEGER,
      rev INTEGER NOT NULL,
      UNIQUE(schedule_id,code)
    ) STRICT;

    CREATE TABLE printing(
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      form TEXT NOT NULL,
      scope TEXT NOT NULL CHECK(json_valid(scope)),
      at TEXT NOT NULL,
      digests TEXT NOT NULL CHECK(json_valid(digests)),
      rev INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE journal(
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      operator TEXT NOT NULL,
      os_user TEXT NOT NULL,
      host TEXT NOT NULL,
      program TEXT NOT NULL,
      action TEXT NOT NULL,
      reason TEXT NOT NULL,
      params TEXT NOT NULL CHECK(json_valid(params)),
      undoes INTEGER REFERENCES journal(seq),
      grp INTEGER NOT NULL,
      rows INTEGER NOT NULL,
      body_hash BLOB NOT NULL CHECK(length(body_hash)=32),
      prev BLOB NOT NULL CHECK(length(prev)=32),
      hash BLOB NOT NULL CHECK(length(hash)=32),
      CHECK(undoes<seq AND grp<=seq)
    ) STRICT;

    CREATE UNIQUE INDEX journal_undoes ON journal(undoes) WHERE undoes IS NOT NULL;

    CREATE INDEX journal_at ON journal(at);

    CREATE TABLE change(
      seq INTEGER NOT NULL,
      n INTEGER NOT NULL,
      tab TEXT NOT NULL,
      op TEXT NOT NULL CHECK(op='insert' OR op='update' OR op='delete'),
      lo INTEGER NOT NULL,
      hi INTEGER NOT NULL,
      rows INTEGER NOT NULL,
      body BLOB NOT NULL,
      PRIMARY KEY(seq,n)
    ) STRICT;

    CREATE TABLE tally(
      series_id INTEGER NOT NULL,
      level TEXT NOT NULL,
      state TEXT NOT NULL,
      period TEXT NOT NULL,
      n INTEGER NOT NULL,
      pages INTEGER NOT NULL,
      count INTEGER NOT NULL,
      faults INTEGER NOT NULL,
      PRIMARY KEY(series_id,level,state,period)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE fixity(
      sha256 TEXT PRIMARY KEY,
      at TEXT NOT NULL,
      ok INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER journal_u BEFORE UPDATE ON journal
      BEGIN SELECT RAISE(ABORT,'the journal is only written once'); END;

    CREATE TRIGGER change_u BEFORE UPDATE ON change
      BEGIN SELECT RAISE(ABORT,'the journal is only written once'); END;

    CREATE TRIGGER journal_d BEFORE DELETE ON journal
      BEGIN SELECT RAISE(ABORT,'the journal is only written once'); END;

    CREATE TRIGGER change_d BEFORE DELETE ON change
      BEGIN SELECT RAISE(ABORT,'the journal is only written once'); END;

    CREATE TRIGGER series_fixed BEFORE UPDATE OF
      scheme_id,sub,year,period,org_id,project,catalogue_no,prefix ON series
      WHEN old.issued>0
      BEGIN SELECT RAISE(ABORT,'numbers are issued'); END;

    CREATE TRIGGER series_issued BEFORE UPDATE OF issued ON series
      WHEN new.issued<old.issued AND new.releases<>old.releases+1
      BEGIN SELECT RAISE(ABORT,'issued falls in a release alone'); END;

    CREATE TRIGGER volume_issued BEFORE UPDATE OF issued ON item
      WHEN ifnull(new.issued,0)<ifnull(old.issued,0) AND new.releases<>old.releases+1
      BEGIN SELECT RAISE(ABORT,'issued falls in a release alone'); END;

    CREATE TRIGGER series_releases BEFORE UPDATE OF releases ON series
      WHEN new.releases<old.releases
      BEGIN SELECT RAISE(ABORT,'releases only grow'); END;

    CREATE TRIGGER item_releases BEFORE UPDATE OF releases ON item
      WHEN new.releases<old.releases
      BEGIN SELECT RAISE(ABORT,'releases only grow'); END;

    CREATE TRIGGER series_kept BEFORE DELETE ON series
      WHEN old.issued>0
      BEGIN SELECT RAISE(ABORT,'numbers are issued'); END;

    CREATE TRIGGER item_kept BEFORE DELETE ON item
      WHEN old.state IN('filed','transferred','destroyed')
      BEGIN SELECT RAISE(ABORT,'a filed item is never deleted'); END;

    CREATE TRIGGER vacant_kept BEFORE DELETE ON vacant
      BEGIN SELECT RAISE(ABORT,'a vacant number is its item’s') WHERE NOT EXISTS(SELECT 1 FROM
        item WHERE id=old.item_id AND series_id=old.series_id AND
        ifnull(volume_id,0)=old.volume_id AND number=old.number); END;

    CREATE TRIGGER item_vacant_i BEFORE INSERT ON item
      WHEN new.number IS NOT NULL
      BEGIN SELECT RAISE(ABORT,'this number belonged to another item') WHERE EXISTS(SELECT 1
        FROM vacant WHERE series_id=new.series_id AND volume_id=ifnull(new.volume_id,0) AND
        number=new.number AND item_id<>new.id); END;

    CREATE TRIGGER item_vacant_u BEFORE UPDATE OF number,series_id,volume_id ON item
      WHEN new.number IS NOT NULL
      BEGIN SELECT RAISE(ABORT,'this number belonged to another item') WHERE EXISTS(SELECT 1
        FROM vacant WHERE series_id=new.series_id AND volume_id=ifnull(new.volume_id,0) AND
        number=new.number AND item_id<>new.id); END;

    CREATE TRIGGER item_volume_i BEFORE INSERT ON item
      WHEN new.volume_id IS NOT NULL
      BEGIN SELECT RAISE(ABORT,'not a volume of the same series') WHERE NOT EXISTS(SELECT 1 FROM
        item v WHERE v.id=new.volume_id AND v.level='volume' AND v.series_id=new.series_id); END;

    CREATE TRIGGER item_volume_u BEFORE UPDATE OF volume_id,series_id ON item
      WHEN new.volume_id IS NOT NULL
      BEGIN SELECT RAISE(ABORT,'not a volume of the same series') WHERE NOT EXISTS(SELECT 1 FROM
        item v WHERE v.id=new.volume_id AND v.level='volume' AND v.series_id=new.series_id); END;

    CREATE VIEW catalogue AS SELECT i.id, f.number AS fonds, s.type, y.sub, y.year, i.period,
      o.code AS org, y.project, i.level, i.state, i.code, i.title, i.doc_no, i.issuer, i.date,
      i.pages, i.count, i.secrecy, i.access, b.run||'/'||b.number AS box, i.note
      FROM item i JOIN series y ON y.id=i.series_id
      JOIN scheme s ON s.id=y.scheme_id
      JOIN fonds f ON f.id=s.fonds_id
      LEFT JOIN org o ON o.id=y.org_id
      LEFT JOIN item v ON v.id=i.volume_id
      LEFT JOIN box b ON b.id=ifnull(i.box_id,v.box_id)
    """
}
