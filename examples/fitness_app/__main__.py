"""
Start the app: `python examples/fitness_app`.

Reason to change: what is asked at the start.
"""

from argparse import ArgumentParser
from pathlib import Path

import uvicorn
from app import create_app
from store import Store

import liftguard as lg

if __name__ == "__main__":
    parser = ArgumentParser(prog="python examples/fitness_app", description="Serve the app.")
    parser.add_argument("--database", type=Path, default=Path("fitness_app.sqlite3"))
    # Only this machine: the app knows no users, so whoever reaches it may read and write all.
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    args = parser.parse_args()
    try:
        Store(args.database).close()
    except lg.LiftguardError as error:
        parser.exit(2, f"{error}\n")
    uvicorn.run(create_app(args.database), host=args.host, port=args.port)
