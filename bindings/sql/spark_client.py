# SPDX-License-Identifier: MIT
"""A session of Spark on this machine with the library's functions, for check.py and audit.py."""
import logging, os
from pyspark.sql import SparkSession

HERE = os.path.dirname(os.path.abspath(__file__))


def session(cores=2, memory='2g'):
    return (SparkSession.builder.master('local[%d]' % cores).config('spark.jars', os.path.abspath('build/sql/loginlint-spark.jar'))
            .config('spark.sql.extensions', 'io.loginlint.spark.LoginLintExtensions').config('spark.sql.parser.escapedStringLiterals', 'true')
            .config('spark.driver.memory', memory).config('spark.driver.bindAddress', '127.0.0.1').config('spark.driver.host', '127.0.0.1').config('spark.ui.enabled', 'false').config('spark.ui.showConsoleProgress', 'false')
            .config('spark.log.level', 'OFF').config('spark.sql.warehouse.dir', os.path.abspath('build/sql/warehouse')).getOrCreate())


def asker():
    """SQL -> what it prints, one row a line, and its error."""
    spark = session()
    logging.getLogger('SQLQueryContextLogger').setLevel(logging.CRITICAL + 1)  # errors are the caller's to show

    def ask(sql):
        out = []
        try:
            for statement in sql.split(';\n'):
                if statement.strip('; \n'):
                    rows = spark.sql(statement.strip('; \n')).collect()
                    out += ['\x1f'.join('' if cell is None else str(int(cell)) if isinstance(cell, bool) else str(cell) for cell in row) for row in rows]
            return '\n'.join(out), ''
        except Exception as error:
            return '\n'.join(out), str(error)
    return ask
