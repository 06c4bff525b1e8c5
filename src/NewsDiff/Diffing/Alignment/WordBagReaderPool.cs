namespace NewsDiff.Diffing.Alignment;

/// <summary>Keeps idle readers of bags, one for each core, for later callers on any thread.</summary>
/// <remarks>A reader whose buffers grew for a very long article is left to the garbage collector.</remarks>
internal static class WordBagReaderPool
{
    private const int MostWords = 1 << 15;

    private static readonly SparePool<WordBagReader> Spare = new(static reader => reader.Options);

    internal static WordBagReader Rent(DiffOptions options) => Spare.Take(options) ?? new WordBagReader(options);

    internal static void Return(WordBagReader reader)
    {
        if (IsWorthKeeping(reader))
        {
            reader.Clear();
            Spare.Keep(reader);
        }
    }

    internal static bool IsWorthKeeping(WordBagReader reader) => reader.Room <= MostWords;
}
