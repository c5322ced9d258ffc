using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Responsables.Domain.Evidence;
using Responsables.Domain.Shared;
using Xunit;

namespace Responsables.Domain.Tests.Evidence;

/// <summary>A file is what its name and its bytes say together, or it is refused.</summary>
public class FileInspectionTests
{
    private const string Word = "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    private const string Excel = "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
    private const string Macros = "<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0];

    private static readonly Dictionary<string, byte[]> Good = new()
    {
        ["pdf"] = [.. "%PDF-1.7\n"u8, 0xE2, 0xE3, .. "\n1 0 obj\n%%EOF\n"u8], ["png"] = Png, ["jpg"] = [0xFF, 0xD8, 0xFF, 0xE0, 1], ["jpeg"] = [0xFF, 0xD8, 0xFF, 0xE1, 1],
        ["docx"] = Zip(("[Content_Types].xml", Word), ("word/document.xml", "<w/>")), ["xlsx"] = Zip(("[Content_Types].xml", Excel), ("xl/workbook.xml", "<w/>")),
        ["odt"] = Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<o/>")),
        ["ods"] = Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<o/>")),
        ["csv"] = Encoding.UTF8.GetBytes("\uFEFFmois;effectif\r\n2025-01;780\n"), ["txt"] = Encoding.UTF8.GetBytes("Relevé de l’été"),
    };

    [Fact]
    public void Each_kind_is_taken_and_every_other_name_for_its_bytes_is_refused()
    {
        Assert.Equal(EvidenceType.All.Select(t => t.Extension).Order(), Good.Keys.Order());
        foreach (var (said, (is_, content)) in from said in Good.Keys from good in Good select (said, (good.Key, good.Value)))
        {
            var agree = said == is_ || Group(said) == Group(is_);
            Assert.Equal(agree, FileInspection.Read($"pièce.{said.ToUpperInvariant()}", content, "fichier") is Outcome<EvidenceType>.Done { Value.Extension: var read } && read == said);
        }

        static string Group(string extension) => extension switch { "jpeg" => "jpg", "csv" => "txt", _ => extension };
    }

    [Theory]
    [InlineData("page.html")]
    [InlineData("dessin.svg")]
    [InlineData("outil.exe")]
    [InlineData("macros.docm")]
    [InlineData("macros.xlsm")]
    [InlineData("sans-extension")]
    [InlineData("double.pdf.exe")]
    [InlineData("archive.zip")]
    public void A_kind_that_is_not_listed_is_refused_whatever_it_holds(string name) => Assert.Equal("evidence.type-refused", Refusal(name, Good["pdf"]));

    [Theory]
    [InlineData("<!DOCTYPE html><p>")]
    [InlineData("\n  <script>alert(1)</script>")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("<?xml version='1.0'?>")]
    [InlineData("avec un zéro \0 dedans")]
    [InlineData("\u001b[31m")]
    public void A_text_that_is_a_page_or_no_text_is_refused(string text) => Assert.Equal("evidence.content-differs", Refusal("a.txt", Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_text_in_another_encoding_is_refused() => Assert.Equal("evidence.content-differs", Refusal("a.csv", Encoding.Latin1.GetBytes("année;énergie")));

    [Fact]
    public void What_runs_when_it_is_opened_is_refused()
    {
        Assert.Equal("evidence.has-macros", Refusal("a.docx", Zip(("[Content_Types].xml", Macros), ("word/document.xml", ""))));
        Assert.Equal("evidence.has-macros", Refusal("a.docx", Zip(("[Content_Types].xml", Word), ("word/document.xml", ""), ("word/vbaProject.bin", "x"))));
        Assert.Equal("evidence.has-macros", Refusal("a.xlsx", Zip(("[Content_Types].xml", Excel), ("xl/workbook.xml", ""), ("xl/embeddings/oleObject1.bin", "x"))));
        Assert.Equal("evidence.has-macros", Refusal("a.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", ""), ("Basic/Standard/Module1.xml", "x"))));
    }

    [Fact]
    public void An_empty_file_and_one_too_large_are_refused()
    {
        Assert.Equal("evidence.file-empty", Refusal("a.txt", []));
        Assert.Equal("evidence.file-too-large", Refusal("a.txt", new byte[EvidenceLimits.OneFile + 1]));
    }

    [Fact]
    public void No_bytes_make_it_fail() => Prop.ForAll<byte[], int>((bytes, kind) =>
    {
        var extension = EvidenceType.All[(int)((uint)kind % EvidenceType.All.Count)].Extension;
        FileInspection.Read($"a.{extension}", bytes ?? [], "fichier");
        FileInspection.Read($"a.{extension}", [.. "PK\u0003\u0004"u8, .. bytes ?? []], "fichier");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_document_cut_anywhere_is_refused_and_makes_nothing_fail()
    {
        var whole = Good["docx"];
        Assert.All(Enumerable.Range(1, whole.Length - 1), length => Assert.NotNull(Refusal("a.docx", whole[..length])));
    }

    private static string? Refusal(string name, byte[] content) => FileInspection.Read(name, content, "fichier") is Outcome<EvidenceType>.Refused refused ? refused.Problems[0].Code : null;

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return content.ToArray();
    }
}
