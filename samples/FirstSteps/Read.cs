using NewsDiff.Fetching;

namespace NewsDiff.Samples.FirstSteps;

/// <summary>Reads one article, or says why it cannot be read.</summary>
internal static class Read
{
    public static async Task<bool> RunAsync(Uri url, string[] privateHosts)
    {
        using var fetcher = new HttpArticleFetcher(new HttpFetchOptions { AllowedPrivateHosts = [.. privateHosts] });
        FetchResult result = await fetcher.FetchAsync(FetchRequest.For(url));
        if (result.Article is not { } article)
        {
            Console.Error.WriteLine($"{result.Status}: {result.Reason}");
            return false;
        }

        Console.WriteLine(article.Title);
        foreach (Paragraph paragraph in article.Paragraphs)
        {
            Console.WriteLine($"\n{paragraph.Text}");
        }

        return true;
    }
}
