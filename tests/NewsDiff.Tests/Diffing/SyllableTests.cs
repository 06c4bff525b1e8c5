namespace NewsDiff.Tests.Diffing;

/// <summary>Letters that never stand without their neighbour are marked with it.</summary>
public sealed class SyllableTests
{
    [Theory]
    [InlineData("เขาไป", "เธอไป", "[-เขา-]{+เธอ+}ไป")]
    [InlineData("โตแล้ว", "แตแล้ว", "[-โต-]{+แต+}แล้ว")]
    [InlineData("ມາເຂົາໄປ", "ມາເຮົາໄປ", "ມາ[-ເຂົາ-]{+ເຮົາ+}ໄປ")]
    public void A_vowel_before_its_consonant(string old, string @new, string marked) => Check(old, @new, marked);

    [Theory]
    [InlineData("ในวันนี้", "ในวัดนี้", "ใน[-วัน-]{+วัด+}นี้")]
    [InlineData("จะคืนไป", "จะคืบไป", "จะ[-คืน-]{+คืบ+}ไป")]
    [InlineData("ดูเห็นมา", "ดูเห็ดมา", "ดู[-เห็น-]{+เห็ด+}มา")]
    [InlineData("ດູວັນນີ້", "ດູວັດນີ້", "ດູ[-ວັນ-]{+ວັດ+}ນີ້")]
    [InlineData("ດູຄົນນີ້", "ດູຄົບນີ້", "ດູ[-ຄົນ-]{+ຄົບ+}ນີ້")]
    public void A_vowel_that_needs_an_end(string old, string @new, string marked) => Check(old, @new, marked);

    [Theory]
    [InlineData("ก็ดี", "ก็มี", "ก็[-ดี-]{+มี+}")]
    [InlineData("กินปลา", "กินปลี", "กินป[-ลา-]{+ลี+}")]
    [InlineData("น้ำมันดี", "น้ำตาลดี", "น้ำ[-มัน-]{+ตาล+}ดี")]
    public void What_may_stand_alone_is_marked_alone(string old, string @new, string marked) =>
        Check(old, @new, marked);

    [Theory]
    [InlineData("ดูกามา", "ดูกะมา", "ดู[-กา-]{+กะ+}มา")]
    [InlineData("วันศุกร์มา", "วันศุกล์มา", "วันศุ[-กร์-]{+กล์+}มา")]
    [InlineData("ດູກາມາ", "ດູກະມາ", "ດູ[-ກາ-]{+ກະ+}ມາ")]
    [InlineData("ကန်မာ", "ကင်မာ", "[-ကန်-]{+ကင်+}မာ")]
    public void What_ends_a_syllable(string old, string @new, string marked) => Check(old, @new, marked);

    [Fact]
    public void A_sign_that_stacks_the_next_consonant() =>
        Check("ក្រុងភ្នំពេញ", "ក្រុងភ្លំពេញ", "ក្រុង[-ភ្នំ-]{+ភ្លំ+}ពេញ");

    [Fact]
    public void A_row_of_such_letters_is_no_syllable()
    {
        string row = new('เ', 30);

        Assert.Equal($"{row}[-ก-]{{+ข+}}", Marked.Of(TextDiff.Compute(row + "ก", row + "ข")));
    }

    private static void Check(string old, string @new, string marked)
    {
        Assert.Equal(marked, Marked.Of(TextDiff.Compute(old, @new)));
        Assert.Equal(Backwards(marked), Marked.Of(TextDiff.Compute(@new, old)));
    }

    // Of a text with one replacement.
    private static string Backwards(string marked)
    {
        string[] parts = marked.Split(["[-", "-]{+", "+}"], StringSplitOptions.None);
        return $"{parts[0]}[-{parts[2]}-]{{+{parts[1]}+}}{parts[3]}";
    }
}
