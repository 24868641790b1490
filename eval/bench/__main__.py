"""All benches: a whole question, time per stage of it, 8 bits against float, pages a second."""

from eval.bench import asking, engines, reading, stages

asking.main()
stages.main()
engines.main()
reading.main()
