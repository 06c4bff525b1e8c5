namespace NewsDiff.Storage;

/// <summary>What is left of an article whose text was erased.</summary>
internal static class ErasedArticle
{
    /// <summary>Keeps the site of an article, and nothing else.</summary>
    /// <remarks>The rest of an address often repeats the headline.</remarks>
    public static Article Of(Article article) => new()
    {
        Url = article.Url.IsAbsoluteUri && article.Url.Host.Length > 0
            ? new Uri(article.Url.GetLeftPart(UriPartial.Authority))
            : new Uri("", UriKind.Relative),
        Title = "",
    };
}
