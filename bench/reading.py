"""Runs each reader in a process of its own, in turn, and prints the median time, the time of the
processor and the peak memory, with ratios to ours. Called by bench/reading.sh."""

import os
import shutil
import statistics
import subprocess
import sys
import time

OPENPYXL = """
import sys, warnings, openpyxl
warnings.filterwarnings("ignore")
def cells(path, values):
    book = openpyxl.load_workbook(path, read_only=True, data_only=values)
    return sum(1 for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
               if cell.value not in (None, "") and (values or cell.data_type == "f"))
values = cells(sys.argv[1], True)
print(f"{values} values" + (f", {cells(sys.argv[1], False)} formulas" if sys.argv[2] == "both" else ""))
"""

READXL = """
suppressMessages(library(readxl)); path <- commandArgs(TRUE)[1]; values <- 0
for (sheet in excel_sheets(path)) {
  data <- suppressWarnings(suppressMessages(read_excel(path, sheet, col_names = FALSE, col_types = "text")))
  values <- values + sum(!is.na(data))
}
cat(values, "values\\n")
"""

XLSX = """
const book = require("xlsx").readFile(process.argv[1], { cellFormula: true });
let values = 0, formulas = 0;
for (const name of book.SheetNames) for (const [at, cell] of Object.entries(book.Sheets[name])) {
  if (at[0] === "!") continue;
  if (cell.v !== undefined && cell.v !== "") values++;
  if (cell.f) formulas++;
}
console.log(values + " values, " + formulas + " formulas");
"""

IMPORT = """
book=$(mktemp -d)
"$0" --book "$book/bench.book" import "$1" >"$book/report" && status=0 || status=$?
rm -rf "$book"
exit $status
"""

OFFICE = """
made=$(mktemp -d)
soffice --headless -env:UserInstallation=file://$made/profile --convert-to ods --outdir "$made" "$0" >/dev/null 2>&1
status=$?
rm -rf "$made"
exit $status
"""

HEADINGS = ("reader", "reads", "seconds", "ratio", "processor", "peak MiB", "ratio", "found")


def readers(file, build):
    """(name, what it reads, command, environment, what must be there and how to get it)"""
    peers = os.path.abspath(os.path.join(build, "peers", "node_modules"))
    program = os.path.join(build, "pledgebook")
    python = "/usr/bin/python3"
    has_openpyxl = subprocess.run([python, "-c", "import openpyxl"], capture_output=True).returncode == 0
    has_readxl = shutil.which("Rscript") and subprocess.run(
        ["Rscript", "-e", "library(readxl)"], capture_output=True).returncode == 0
    return [
        ("pledgebook", "values, formulas, links", [os.path.join(build, "bench", "reading"), file], {}, True),
        ("pledgebook import", "all of it, into a new book", ["sh", "-c", IMPORT, program, file], {}, os.path.exists(program)),
        ("openpyxl (read only)", "values, formulas (two passes)", [python, "-c", OPENPYXL, file, "both"], {}, has_openpyxl),
        ("openpyxl (read only)", "values", [python, "-c", OPENPYXL, file, "values"], {}, has_openpyxl),
        ("LibreOffice", "all of it, written as ods", ["sh", "-c", OFFICE, file], {}, shutil.which("soffice")),
        ("readxl", "values", ["Rscript", "-e", READXL, file], {}, has_readxl),
        ("xlsx2csv", "values", ["xlsx2csv", "-a", file], {}, shutil.which("xlsx2csv")),
        ("xlsx (npm)", "values, formulas", ["node", "-e", XLSX, file], {"NODE_PATH": peers},
         shutil.which("node") and os.path.isdir(os.path.join(peers, "xlsx"))),
    ]


def run(command, environment):
    """Wall seconds, processor seconds, peak KiB, and the last line printed (if it is a short one)."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                               env={**os.environ, **environment})
    printed = process.stdout.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    if status != 0:
        return None
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, printed if "values" in printed else ""


def main(file, rounds, build):
    present = []
    for reader in readers(file, build):
        if reader[4]:
            present.append(reader)
        else:
            print(f"{reader[0]} is not installed and left out (bench/install fetches it)", file=sys.stderr)
    results = {index: [] for index in range(len(present))}
    for _ in range(rounds):  # in turn, so that a busy machine is busy for all
        for index, (_, _, command, environment, _) in enumerate(present):
            results[index].append(run(command, environment))
    rows, ours = [], None
    for index, (name, what, *_) in enumerate(present):
        good = [each for each in results[index] if each is not None]
        if not good:
            rows.append((name, what, "failed", "", "", "", "", ""))
            continue
        seconds, processor, peak = (statistics.median(each[part] for each in good) for part in range(3))
        ours = ours or (seconds, peak)
        rows.append((name, what, f"{seconds:.3f}", f"{seconds / ours[0]:.1f}", f"{processor:.3f}",
                     f"{peak / 1024:.1f}", f"{peak / ours[1]:.1f}", good[0][3]))
    widths = [max(len(row[column]) for row in [HEADINGS, *rows]) for column in range(len(HEADINGS))]
    print(f"{os.path.basename(file)}, {os.path.getsize(file)} bytes, median of {rounds} rounds")
    for row in [HEADINGS, tuple("-" * width for width in widths), *rows]:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")


main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
