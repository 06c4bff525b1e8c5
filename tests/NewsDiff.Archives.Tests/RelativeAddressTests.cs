using NewsDiff.Archives.Mementos;
using NewsDiff.Archives.Warc;

namespace NewsDiff.Archives.Tests;

/// <summary>A relative address is refused with the parameter's name.</summary>
public sealed class RelativeAddressTests
{
    private static readonly Uri Relative = new("story", UriKind.Relative);
    private static readonly Uri Absolute = new("https://news.example/");

    public static TheoryData<string, string, Action> Refusals =>
    [
        ("TimeMapReader.Read", "url", () => TimeMapReader.Read([], Relative)),
        ("TimeMapReader.Read of an archive", "archive", () => TimeMapReader.Read([], Absolute, Relative)),
        ("Capture", "Url", () => _ = new Capture { Url = Relative, CapturedAt = default, StatusCode = 200 }),
        ("CaptureEntry", "Url", () => _ = new CaptureEntry
        {
            Url = Relative,
            CapturedAt = default,
            StatusCode = 200,
            Key = "",
        }),
        ("WarcRecordDraft", "TargetUri", () => _ = new WarcRecordDraft
        {
            Type = WarcRecordType.Response,
            TargetUri = Relative,
        }),
        ("MementoQuery", "Url", () => _ = new MementoQuery { Url = Relative }),
        ("WebArchiveOptions", "Captures", () => _ = new WebArchiveOptions { Captures = Relative }),
        ("WebArchiveOptions for CDX", "CdxServer", () => _ = new WebArchiveOptions { CdxServer = Relative }),
    ];

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public void A_relative_address_is_refused_by_the_name_of_what_took_it(string what, string parameter, Action take)
    {
        Exception? refusal = Record.Exception(take);

        var fault = Assert.IsType<ArgumentException>(refusal);
        Assert.True(fault.ParamName == parameter, $"{what} names '{fault.ParamName}'.");
    }
}
