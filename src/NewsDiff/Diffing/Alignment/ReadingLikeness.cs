using NewsDiff.Text;

namespace NewsDiff.Diffing.Alignment;

/// <summary>Rules out, mostly by the first character, that two texts read the same.</summary>
internal static class ReadingLikeness
{
    /// <summary>Whether two texts may have equal tokens, with the default options.</summary>
    /// <remarks>It is never false for texts that have equal tokens.</remarks>
    internal static bool IsPossible(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length == right.Length && left.SequenceEqual(right))
        {
            return true;
        }

        while (true)
        {
            left = left.TrimStart();
            right = right.TrimStart();
            if (left.IsEmpty || right.IsEmpty)
            {
                return left.IsEmpty == right.IsEmpty || IsComposed(left) || IsComposed(right);
            }

            if (left[0] != right[0])
            {
                return IsComposed(left) || IsComposed(right);
            }

            left = left[1..];
            right = right[1..];
        }
    }

    // Whether the first letter may have another form, or a combining mark.
    private static bool IsComposed(ReadOnlySpan<char> text) =>
        (text.Length > 0 && CharClasses.MayNeedComposition(text[0]))
        || (text.Length > 1 && CharClasses.MayNeedComposition(text[1]));
}
