#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""audit.py ENGINE USERS.csv [CLIENT...] - one engine over a table of made-up users: what examples/audit/audit.sql says, rows a second, peak memory.

ENGINE: sqlite, postgres (CLIENT: psql and its options), duckdb, spark, or python (its NFKC alone).  USERS.csv: what examples/audit/make_users.py writes.  Out, as
lines of `engine, what, value`: for each expression million rows a second as it took, and a second of processor (which other work on the machine moves less); memory in
MB; the rows of audit.sql.  DuckDB also says how many planted faults are found, by kind.
"""
import csv, os, re, subprocess, sys, time, unicodedata

engine, users, *client = sys.argv[1:]
OWN = {'sqlite': ('lower(id)',), 'postgres': ('lower(id)', 'normalize(id, NFKC)'), 'duckdb': ('lower(id)', 'nfc_normalize(id)'), 'spark': ('lower(id)',)}
OURS = ('loginlint_key(id)', 'loginlint_verdict(id)', 'loginlint_cause(id)')
FOUND = '''WITH judged AS (SELECT fault, loginlint_key(id) AS key, loginlint_verdict(id) AS verdict FROM planted),
  sets AS (SELECT key, count(*) AS n, count(nullif(fault, '')) AS bad FROM judged GROUP BY key)
  SELECT CASE WHEN fault = '' THEN 'right' ELSE fault END, count(*), count(CASE WHEN n > 1 OR verdict <> 'pass' THEN 1 END)
  FROM judged JOIN sets ON judged.key = sets.key WHERE fault <> '' OR bad = 0 GROUP BY 1 ORDER BY 1'''


def peak_of(process):
    return int(re.search(r'VmHWM:\s+(\d+)', open('/proc/%s/status' % process).read())[1]) / 1024


def cpu_of(process, children):
    """Seconds of processor of a process, or of its children that have ended."""
    words = open('/proc/%s/stat' % process).read().rsplit(')', 1)[1].split()
    return sum(map(int, words[13:15] if children else words[11:13])) / os.sysconf('SC_CLK_TCK')


class Sqlite:
    def __init__(self):
        self.peak = self.used = 0
        if os.path.exists('build/sql/users.db'):
            os.unlink('build/sql/users.db')
        self.rows('CREATE TABLE planted(id text, fault text)', '.mode csv', '.import --skip 1 %s planted' % users, 'CREATE VIEW users AS SELECT id FROM planted')

    def rows(self, *sql):
        command = ['sqlite3', '-batch', '-separator', '\x1f', '-cmd', '.load build/sql/loginlint', 'build/sql/users.db', *sql]
        done = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        out = done.stdout.read()
        _, status, used = os.wait4(done.pid, 0)
        self.peak = max(self.peak, used.ru_maxrss / 1024)
        self.used = self.used + used.ru_utime + used.ru_stime
        if status:
            sys.exit('audit.py: sqlite3 fails')
        return [line.split('\x1f') for line in out.splitlines()]

    def cpu(self):
        return self.used


class Postgres:
    """A process for each query, and its workers; their memory is not shown."""

    def __init__(self):
        self.rows('CREATE TABLE planted(id text, fault text)')
        self.rows("\\copy planted FROM '%s' CSV HEADER" % users)
        self.rows("ANALYZE planted; CREATE VIEW users AS SELECT id FROM planted")
        self.peak, self.server = 0, self.rows("SELECT split_part(pg_read_file('postmaster.pid'), chr(10), 1)")[0][0]

    def cpu(self):
        time.sleep(0.1)  # the server has seen them end
        return cpu_of(self.server, True)

    def rows(self, sql):
        setup = ['-c', 'SET max_parallel_workers_per_gather = 2', '-c', 'SET parallel_setup_cost = 0', '-c', 'SET parallel_tuple_cost = 0']
        done = subprocess.run(client + ([] if sql[0] == '\\' else setup) + ['-c', sql], capture_output=True, text=True)
        if done.returncode:
            sys.exit('audit.py: ' + done.stderr)
        return [line.split('\x1f') for line in done.stdout.splitlines()]


class Duckdb:
    def __init__(self):
        import duckdb
        self.connection = duckdb.connect(config={'allow_unsigned_extensions': 'true', 'threads': 2})
        self.connection.load_extension('build/sql/loginlint.duckdb_extension')
        self.connection.execute("CREATE TABLE planted AS SELECT id, coalesce(fault, '') AS fault FROM read_csv('%s', header = true, all_varchar = true)" % users)
        self.connection.execute('CREATE VIEW users AS SELECT id FROM planted')

    def rows(self, sql):
        return self.connection.execute(sql).fetchall()

    def cpu(self):
        return time.process_time()

    @property
    def peak(self):
        return peak_of('self')


class Spark:
    def __init__(self):
        import shutil, spark_client
        self.spark = spark_client.session(memory='4g')
        shutil.rmtree('build/sql/users.parquet', ignore_errors=True)
        self.spark.read.csv(users, header=True, quote='"', escape='"').repartition(4).write.option('compression', 'none').parquet('build/sql/users.parquet')
        self.spark.read.parquet('build/sql/users.parquet').createOrReplaceTempView('users')
        self.process = self.spark.sparkContext._jvm.java.lang.ProcessHandle.current().pid()

    def rows(self, sql):
        return [tuple(row) for row in self.spark.sql(sql).collect()]

    def cpu(self):
        return cpu_of(self.process, False)

    @property
    def peak(self):
        return peak_of(self.process)


def show(what, value):
    print('\t'.join((engine, what, str(value))), flush=True)


def queries():
    text = re.sub(r'--[^\n]*', '', open('examples/audit/audit.sql', encoding='utf-8').read())
    return [q.strip() for q in text.split(';') if q.strip()]


def rate(ask, cpu, rows):
    """The better of two; of one where they are many."""
    took = []
    for _ in range(2 if rows < 5e6 else 1):
        start, before = time.monotonic(), cpu()
        ask()
        took.append((time.monotonic() - start, cpu() - before))
    return '\t'.join('%.2f' % (rows / max(0.01, min(t[i] for t in took)) / 1e6) for i in (0, 1))


def main():
    if engine == 'python':
        ids = [row[0] for row in csv.reader(open(users, encoding='utf-8'))]
        show("unicodedata.normalize('NFKC', id)", rate(lambda: [unicodedata.normalize('NFKC', i) for i in ids], time.process_time, len(ids)))
        return
    start = time.monotonic()
    here = {'sqlite': Sqlite, 'postgres': Postgres, 'duckdb': Duckdb, 'spark': Spark}[engine]()
    rows = int(here.rows('SELECT count(*) FROM users')[0][0])
    show('rows', rows)
    show('seconds to load', '%.1f' % (time.monotonic() - start))
    for expression in ('id',) + OWN[engine] + OURS:
        show(expression, rate(lambda: here.rows('SELECT sum(length(%s)) FROM users' % expression), here.cpu, rows))
    start = time.monotonic()
    for query in queries():
        for row in here.rows(query):
            show('audit.sql', ' '.join(map(str, row)))
    show('seconds for audit.sql', '%.1f' % (time.monotonic() - start))
    if engine == 'duckdb':
        for row in here.rows(FOUND):
            show('found', ' '.join(map(str, row)))
    if here.peak:
        show('peak MB', round(here.peak))


main()
