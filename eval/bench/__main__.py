"""All benches: time per stage of a question, 8 bits against float, pages a second."""

from eval.bench import engines, reading, stages

stages.main()
engines.main()
reading.main()
