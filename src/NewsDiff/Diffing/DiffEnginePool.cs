namespace NewsDiff.Diffing;

/// <summary>Keeps idle engines, one for each core, for later callers on any thread.</summary>
/// <remarks>An engine whose buffers grew for a long text is kept only until memory is needed.</remarks>
internal static class DiffEnginePool
{
    // In characters; the buffers take about ten times as much memory.
    private const int LongText = 1 << 18;

    private static readonly SparePool<DiffEngine> Spare = new(static engine => engine.Options);
    private static WeakReference<DiffEngine>? _large;

    internal static DiffEngine Rent(DiffOptions options, int longestText) =>
        longestText > LongText && TakeLarge(options) is { } large
            ? large
            : Spare.Take(options) ?? new DiffEngine(options);

    internal static void Return(DiffEngine engine)
    {
        if (engine.LongestText > LongText)
        {
            Volatile.Write(ref _large, new WeakReference<DiffEngine>(engine));
        }
        else
        {
            Spare.Keep(engine);
        }
    }

    private static DiffEngine? TakeLarge(DiffOptions options) =>
        Interlocked.Exchange(ref _large, null)?.TryGetTarget(out DiffEngine? large) is true && large.Options == options
            ? large
            : null;
}
