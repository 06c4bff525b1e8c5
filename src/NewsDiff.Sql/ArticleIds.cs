using NewsDiff.Tracking;

namespace NewsDiff.Sql;

/// <summary>The ids that an article may get, the usual one first.</summary>
/// <remarks>
/// Of a hundred million articles, two may well have the same 64 bits of a hash. The whole hash never collides.
/// </remarks>
internal static class ArticleIds
{
    /// <summary>The usual id of the article with this first key, and the whole hash of the key.</summary>
    public static IEnumerable<string> Of(string key) =>
        [ArticleRegistration.ComputeId(key), Convert.ToHexStringLower(KeyHash.Of(key))];
}
