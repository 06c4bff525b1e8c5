using System.Diagnostics.CodeAnalysis;
using System.Text;
using NewsDiff.Storage;

namespace NewsDiff.Sql;

/// <summary>The target of a visit in the form in which it is indexed.</summary>
/// <remarks>
/// A long target is replaced by its SHA-256: an index entry of PostgreSQL may not exceed a third of a page.
/// </remarks>
internal static class VisitTarget
{
    /// <summary>The maximum length of a target that is indexed as it is; the schema's steps repeat it.</summary>
    private const int MostBytes = 1000;

    private const string Hashed = "sha256:";

    /// <summary>Whether a target is replaced by its hash.</summary>
    public static bool IsLong(string target) =>
        target.StartsWith(Hashed, StringComparison.Ordinal)
        || Encoding.UTF8.GetByteCount(StorableText.Encode(target)!) > MostBytes;

    /// <summary>The form in which a target is indexed.</summary>
    [return: NotNullIfNotNull(nameof(target))]
    public static string? Of(string? target) => target is null || !IsLong(target)
        ? target
        : Hashed + Convert.ToHexStringLower(KeyHash.Of(target));
}
