namespace NewsDiff.Pages;

/// <summary>What one page shows. Write it with <see cref="PageRenderer"/>.</summary>
public abstract record Page
{
    private protected Page()
    {
    }

    /// <summary>Where the page stands.</summary>
    public abstract PageAddress Address { get; }

    /// <summary>
    /// What stands in the browser's title bar, before the name of the site; empty for that name alone.
    /// </summary>
    public abstract string Title { get; }

    /// <summary>Whether search engines are asked to leave the page out.</summary>
    internal virtual bool IsUnlisted => false;

    internal abstract void WriteBody(PageHtml html);
}
