using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Responsables.App.Tests.Support;
using Responsables.Domain.Shared;
using Responsables.Reports.Spreadsheets;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Workbooks;

/// <summary>Files made to harm: refused with a reason, without unpacking more than is allowed. Allocations stand for memory and for time.</summary>
public sealed class HostileFileTests : IAsyncLifetime
{
    private const long Mega = 1024 * 1024;
    private const string Sheet = "xl/worksheets/sheet3.xml";

    private WorkbookDesk desk = null!;
    private Workbook good = null!;

    public async ValueTask InitializeAsync()
    {
        desk = await WorkbookDesk.OpenAsync(Engine.Sqlite);
        good = await desk.MakeAsync();
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task The_good_one_is_taken() => Done(await desk.TakeAsync(good.Number("formes", "13")));

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        good[Sheet] = good[Sheet].Replace("</x:sheetData>", new string(' ', (int)(300 * Mega)) + "</x:sheetData>", StringComparison.Ordinal);
        var file = good.File();
        Assert.True(file.Length < 5 * Mega);
        Assert.Equal("workbooks.too-large-inside", RefusedBy(file, most: 2 * Mega));
    }

    [Fact]
    public void A_header_that_lies_gives_no_more_than_it_says()
    {
        good[Sheet] = good[Sheet].Replace("</x:sheetData>", new string(' ', (int)(100 * Mega)) + "</x:sheetData>", StringComparison.Ordinal);
        var file = good.File();
        // Every declared length of the large part, in its header and in the list of parts, becomes a thousand.
        var declared = (uint)Encoding.UTF8.GetByteCount(good[Sheet]);
        for (var i = 0; i + 4 <= file.Length; i++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(i)) == declared)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(i), 1000);
            }
        }

        Assert.Equal("workbooks.damaged", RefusedBy(file, most: 4 * Mega));
    }

    [Fact]
    public void Two_hundred_thousand_parts_are_counted_not_read()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 200_000; i++)
            {
                archive.CreateEntry(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        Assert.Equal("workbooks.too-many-parts", RefusedBy(file.ToArray(), most: Mega, SpreadsheetLimits.ManyBodies));
    }

    [Theory]
    [InlineData("xl/../../etc/passwd")]
    [InlineData("/xl/autre.xml")]
    [InlineData("xl\\autre.xml")]
    [InlineData("XL/WORKBOOK.XML")]
    public void Names_that_lead_astray_or_come_twice_are_refused(string name)
    {
        good[name] = "<a/>";
        Assert.Equal("workbooks.part-name", RefusedBy(good.File(), Mega));
    }

    [Fact]
    public void Macros_and_what_leads_outside_are_refused_but_a_typed_link_is_not()
    {
        Assert.Equal("workbooks.macros", RefusedBy(With("xl/vbaProject.bin", "x").File(), Mega));
        Assert.Equal("workbooks.macros", RefusedBy(With("[Content_Types].xml", good["[Content_Types].xml"].Replace("sheet.main+xml", "sheet.macroEnabled.main+xml", StringComparison.Ordinal)).File(), Mega));
        Assert.Equal("workbooks.external", RefusedBy(With("xl/externalLinks/externalLink1.xml", "<a/>").File(), Mega));
        const string Relation = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://x/{0}" Target="http://ailleurs.example/" TargetMode="External"/></Relationships>""";
        Assert.Equal("workbooks.external", RefusedBy(With("xl/worksheets/_rels/sheet3.xml.rels", Relation.Replace("{0}", "oleObject", StringComparison.Ordinal)).File(), Mega));
        Assert.Null(RefusedBy(With("xl/worksheets/_rels/sheet3.xml.rels", Relation.Replace("{0}", "hyperlink", StringComparison.Ordinal)).File(), Mega));
    }

    [Fact]
    public void A_document_type_is_refused_in_any_part()
    {
        const string Lol = """<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>""";
        foreach (var part in (string[])[Sheet, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "_rels/.rels"])
        {
            var xml = good[part];
            Assert.Equal("workbooks.damaged", RefusedBy(With(part, xml.Insert(xml.IndexOf("?>", StringComparison.Ordinal) + 2, Lol)).File(), Mega));
        }
    }

    [Fact]
    public void A_million_rows_and_sixteen_thousand_columns_are_bounded()
    {
        var rows = string.Concat(Enumerable.Repeat("<x:row><x:c><x:v>1</x:v></x:c></x:row>", 1_000_000));
        var many = With(Sheet, good[Sheet].Replace("</x:sheetData>", rows + "</x:sheetData>", StringComparison.Ordinal)).File();
        Assert.Equal("workbooks.too-large-inside", RefusedBy(many, 2 * Mega));
        Assert.Equal("workbooks.too-many-rows", RefusedBy(many, 120 * Mega, SpreadsheetLimits.ManyBodies with { MostRatio = 10_000, MostRows = 100_000 }));
        var columns = "<x:row>" + string.Concat(Enumerable.Range(1, CellAddress.MostColumns).Select(c => $"<x:c r=\"{CellAddress.Of(c, 9000)}\"><x:v>1</x:v></x:c>")) + "</x:row>";
        Assert.Null(RefusedBy(With(Sheet, good[Sheet].Replace("</x:sheetData>", columns + "</x:sheetData>", StringComparison.Ordinal)).File(), 20 * Mega));
        Assert.Equal("workbooks.damaged", RefusedBy(With(Sheet, good[Sheet].Replace("</x:sheetData>", "<x:row><x:c r=\"ZZZZ1\"><x:v>1</x:v></x:c></x:row></x:sheetData>", StringComparison.Ordinal)).File(), 20 * Mega));
    }

    [Fact]
    public void One_endless_text_is_not_kept()
    {
        // Repeated words, that no ratio would tell from a real sheet.
        var text = string.Concat(Enumerable.Range(0, 700_000).Select(i => i * 7919L % 1_000_003));
        var file = With(Sheet, good[Sheet].Replace("</x:sheetData>", $"<x:row><x:c t=\"inlineStr\"><x:is><x:t>{text}</x:t></x:is></x:c></x:row></x:sheetData>", StringComparison.Ordinal)).File();
        Assert.Equal("workbooks.text-too-long", RefusedBy(file, 8 * Mega));
    }

    [Fact]
    public void What_is_no_workbook_is_told_apart()
    {
        Assert.Equal("workbooks.old-or-locked", RefusedBy([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], Mega));
        Assert.Equal("workbooks.not-a-workbook", RefusedBy("organization,variable"u8.ToArray(), Mega));
        Assert.Equal("workbooks.damaged", RefusedBy("PK\u0003\u0004"u8.ToArray(), Mega));
        Assert.Equal("workbooks.too-large", RefusedBy(new byte[6 * Mega], 8 * Mega));
    }

    /// <summary>Cut, flipped, doubled, zeroed: read or refused, never half taken in. The seed is fixed, so that a fault is found again.</summary>
    [Fact]
    public async Task Five_hundred_damaged_files_neither_break_nor_store_a_part()
    {
        var file = good.Number("formes", "13").File();
        var before = await desk.Campaign.ContentAsync();
        var random = new Random(20260331);
        var (read, refused) = (0, 0);
        for (var i = 0; i < 500; i++)
        {
            var damaged = i % 2 == 0 ? Damaged(random, file) : Inside(random);
            var outcome = await desk.TakeAsync(damaged, dryRun: true);
            if (outcome is Outcome<App.Workbooks.WorkbookImported>.Refused { Problems: var problems })
            {
                refused++;
                Assert.All(problems, p => Assert.StartsWith("workbooks.", p.Code.Replace("submissions.", "workbooks.", StringComparison.Ordinal).Replace("shared.", "workbooks.", StringComparison.Ordinal), StringComparison.Ordinal));
            }
            else
            {
                Assert.IsType<Outcome<App.Workbooks.WorkbookImported>.Done>(outcome);
                read++;
            }
        }

        Assert.True(read > 10 && refused > 300, $"{read} read, {refused} refused");
        Assert.Equal(before, await desk.Campaign.ContentAsync());
    }

    private static byte[] Damaged(Random random, byte[] file)
    {
        var damaged = (byte[])file.Clone();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var at = random.Next(damaged.Length);
            switch (random.Next(4))
            {
                case 0: damaged = damaged[..at]; break;
                case 1: damaged[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: Array.Clear(damaged, at, Math.Min(damaged.Length - at, random.Next(40))); break;
                default: damaged = [.. damaged[..at], .. damaged[Math.Max(0, at - random.Next(60))..]]; break;
            }

            if (damaged.Length == 0)
            {
                return damaged;
            }
        }

        return damaged;
    }

    // The package is sound, and a part of it is not.
    private byte[] Inside(Random random)
    {
        var copy = new Workbook(good.File());
        var part = copy.Parts.ElementAt(random.Next(copy.Parts.Count()));
        copy[part] = Encoding.UTF8.GetString(Damaged(random, Encoding.UTF8.GetBytes(copy[part])));
        return copy.File();
    }

    private Workbook With(string part, string text) => new(good.File()) { [part] = text };

    /// <summary>Why it is refused, null when it is read; having allocated no more than this.</summary>
    private static string? RefusedBy(byte[] file, long most, SpreadsheetLimits? limits = null)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var outcome = SpreadsheetReader.Read(file, limits ?? SpreadsheetLimits.OneBody, reader => reader.Sheets.Sum(s => reader.Rows(s, []).Count()), default);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated <= most, $"{allocated:N0} bytes allocated");
        return outcome is Outcome<int>.Refused refused ? Assert.Single(refused.Problems).Code : null;
    }
}
