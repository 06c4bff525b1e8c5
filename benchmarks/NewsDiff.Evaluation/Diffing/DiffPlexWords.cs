using DiffPlex;
using DiffPlex.Model;

namespace NewsDiff.Evaluation.Diffing;

/// <summary>The usual alternative in .NET: DiffPlex over words.</summary>
internal static class DiffPlexWords
{
    private static readonly Differ Differ = new();
    private static readonly char[] Separators = [' ', '\t', '\n', '\r', '.', ',', ';', ':', '!', '?', '(', ')', '"'];

    internal static DiffResult Compare(string old, string @new) =>
        Differ.CreateWordDiffs(old, @new, ignoreWhitespace: false, Separators);
}
