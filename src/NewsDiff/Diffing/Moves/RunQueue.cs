namespace NewsDiff.Diffing.Moves;

/// <summary>A queue of runs: the heaviest first, and those of equal weight as they came.</summary>
/// <remarks>It has a queue for each weight, so that the order of the runs costs no time.</remarks>
internal sealed class RunQueue
{
    private readonly Queue<MovedRun>?[] _queues;
    private int _heaviest;

    internal RunQueue(IEnumerable<(MovedRun Run, int Weight)> runs)
    {
        List<(MovedRun Run, int Weight)> all = [.. runs];
        _heaviest = all.Count == 0 ? -1 : all.Max(static run => run.Weight);
        _queues = new Queue<MovedRun>?[_heaviest + 1];
        foreach ((MovedRun run, int weight) in all)
        {
            Enqueue(run, weight);
        }
    }

    /// <summary>Adds a run that is no heavier than the last one taken.</summary>
    internal void Enqueue(MovedRun run, int weight) => (_queues[weight] ??= new Queue<MovedRun>()).Enqueue(run);

    internal bool TryDequeue(out MovedRun run)
    {
        while (_heaviest >= 0)
        {
            if (_queues[_heaviest]?.TryDequeue(out run) is true)
            {
                return true;
            }

            _queues[_heaviest--] = null;
        }

        run = default;
        return false;
    }
}
