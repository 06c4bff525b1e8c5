using System.Globalization;
using System.Text;

namespace NewsDiff.Fetching.Robots;

/// <summary>Reads the lines of a robots.txt into groups, tolerating common mistakes.</summary>
internal sealed class RobotsParser
{
    private const int MaxLineLength = 16 * 1024;

    private readonly List<RobotsGroup> _groups = [];
    private RobotsGroup? _current;
    private bool _namingAgents;

    private RobotsParser()
    {
    }

    /// <summary>Reads a file.</summary>
    public static RobotsFile Parse(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(Encoding.UTF8.Preamble))
        {
            content = content[Encoding.UTF8.Preamble.Length..];
        }
        else if (content is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
        {
            // Some editors save it as UTF-16; as bytes, no line would mean anything.
            Encoding wide = content[0] == 0xff ? Encoding.Unicode : Encoding.BigEndianUnicode;
            content = Encoding.UTF8.GetBytes(wide.GetString(content[2..]));
        }

        // One character a byte: patterns are compared as percent-encoded bytes, whatever their encoding was.
        var parser = new RobotsParser();
        ReadOnlySpan<char> text = Encoding.Latin1.GetString(content);
        foreach (Range range in text.SplitAny('\r', '\n'))
        {
            ReadOnlySpan<char> line = text[range];
            parser.ReadLine(line[..Math.Min(line.Length, MaxLineLength)]);
        }

        return new RobotsFile(parser._groups);
    }

    private void ReadLine(ReadOnlySpan<char> line)
    {
        int comment = line.IndexOf('#');
        line = (comment < 0 ? line : line[..comment]).Trim(Blanks);
        int separator = line.IndexOf(':');
        if (separator < 0)
        {
            // "Disallow /private": the colon is missing, and no other meaning is possible.
            separator = line.IndexOfAny(' ', '\t');
            if (separator < 0 || line[separator..].Trim(Blanks).ContainsAny(' ', '\t'))
            {
                return;
            }
        }

        ReadField(line[..separator].Trim(Blanks), line[(separator + 1)..].Trim(Blanks));
    }

    private void ReadField(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        if (StartsWithAny(name, "user-agent", "useragent", "user agent"))
        {
            AddAgent(value);
        }
        else if (StartsWithAny(name, "allow"))
        {
            AddRule(allows: true, value);
        }
        else if (StartsWithAny(name, "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"))
        {
            AddRule(allows: false, value);
        }
        else if (StartsWithAny(name, "crawl-delay", "crawldelay", "crawl delay"))
        {
            AddCrawlDelay(value);
        }
    }

    private void AddAgent(ReadOnlySpan<char> value)
    {
        if (!_namingAgents)
        {
            _current = new RobotsGroup();
            _groups.Add(_current);
            _namingAgents = true;
        }

        // A version or a comment may follow the product token: "FooBot/1.2", "* (all)".
        bool isAny = value is ['*'] or ['*', ' ' or '\t', ..];
        int length = isAny ? 1 : value.IndexOfAnyExcept(TokenCharacters);
        _current!.Agents.Add((length < 0 ? value : value[..length]).ToString());
    }

    private void AddRule(bool allows, ReadOnlySpan<char> value)
    {
        _namingAgents = false;

        // An empty pattern matches nothing. A rule before any agent applies to nobody.
        if (value.IsEmpty || _current is null)
        {
            return;
        }

        _current.Rules.Add(new RobotsRule(allows, new RobotsPattern(value.ToString())));
        int file = value.LastIndexOf('/') + 1;
        if (allows && file > 0 && value[file..].StartsWith("index.htm", StringComparison.Ordinal))
        {
            // A rule that allows "/index.html" is meant for the folder as well.
            _current.Rules.Add(new RobotsRule(Allows: true, new RobotsPattern(value[..file].ToString() + '$')));
        }
    }

    private void AddCrawlDelay(ReadOnlySpan<char> value)
    {
        // Not a rule: it does not end the list of agents that the following rules are for.
        // Some write "10s", and "0,5".
        string number = value.TrimEnd("s ").ToString().Replace(',', '.');
        if (_current is not null
            && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds)
            && seconds is >= 0 and < 1e9)
        {
            _current.CrawlDelay = TimeSpan.FromSeconds(seconds);
        }
    }

    /// <summary>White space in ASCII.</summary>
    /// <remarks>Bytes are read as Latin-1, so its other white space would be parts of characters.</remarks>
    private static ReadOnlySpan<char> Blanks => " \t\v\f";

    private static ReadOnlySpan<char> TokenCharacters => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

    private static bool StartsWithAny(ReadOnlySpan<char> name, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (name.StartsWith(key, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
