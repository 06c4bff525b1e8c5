using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NewsDiff.Storage;

namespace NewsDiff.Tests.Storage;

public sealed class StorableTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("é \uD83D\uDE00 \uFFFF")]
    public void Ordinary_text_stays_unchanged(string text) => Assert.Same(text, StorableText.Encode(text));

    [Fact]
    public void Null_stays_null()
    {
        Assert.Null(StorableText.Encode(null));
        Assert.Null(StorableText.Decode(null));
    }

    [Fact]
    public void Any_text_survives_a_column_of_UTF_8_without_NUL()
    {
        Gen<char> units = Gen.Elements('a', '\0', '\u001A', '\uD83D', '\uDE00', '\uFFFF', 'é', '0', 'd');
        Prop.ForAll(
            Arb.From(Gen.ArrayOf(units).Select(chars => new string(chars))),
            text =>
            {
                string encoded = StorableText.Encode(text)!;
                string column = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(encoded));
                return !encoded.Contains('\0', StringComparison.Ordinal) && StorableText.Decode(column) == text;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Theory]
    [InlineData("\u001A")]
    [InlineData("\u001A12")]
    [InlineData("\u001Axyz0")]
    public void A_broken_escape_is_refused(string encoded) =>
        Assert.Throws<FormatException>(() => StorableText.Decode(encoded));
}
