"""All benches: time per stage of a question, and 8 bits against float."""

from eval.bench import engines, stages

stages.main()
engines.main()
