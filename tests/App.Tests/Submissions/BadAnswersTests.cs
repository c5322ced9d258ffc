using System.Text;
using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.App.Texts;
using Responsables.Domain.Accounts;
using Responsables.Domain.Shared;
using Xunit;
using static Responsables.App.Tests.Support.SmallCampaign;

namespace Responsables.App.Tests.Submissions;

public class BadAnswersTests
{
    /// <summary>Each row by itself, the code of what is wrong with it, and its column.</summary>
    public static readonly TheoryData<string, string, string?> Rows = new()
    {
        { "alpha-76b,plan,,oui,,", "submissions.organization-unknown", "organization" },
        { ",plan,,oui,,", "submissions.organization-empty", "organization" },
        { "alpha-76,plan,,oui,,", "submissions.organization-outside", "organization" },
        { "alpha-75,plans,,oui,,", "submissions.variable-unknown", "variable" },
        { "alpha-75,plan,,Oui,,", "submissions.not-yes-or-no", "value" },
        { "alpha-75,plan,moteur=essence,oui,,", "submissions.no-breakdown", "breakdown" },
        { "alpha-75,vehicules,couleur=rouge,1,,", "submissions.dimension-unknown", "breakdown" },
        { "alpha-75,vehicules,moteur=diesel,1,,", "submissions.cell-unknown", "breakdown" },
        { "alpha-75,vehicules,moteur,1,,", "submissions.breakdown-malformed", "breakdown" },
        { "alpha-75,vehicules,moteur=essence;moteur=electrique,1,,", "submissions.cell-not-in-table", "breakdown" },
        { "alpha-75,etiquettes,,1,,", "submissions.cells-only", "breakdown" },
        { "alpha-75,vehicules,,douze,,", "submissions.not-a-number", "value" },
        { "alpha-75,vehicules,,\"1 000\",,", "submissions.not-a-number", "value" },
        { "alpha-75,vehicules,,\"1,5\",,", "submissions.not-a-number", "value" },
        { "alpha-75,surface_m2,,1e309,,", "submissions.number-with-exponent", "value" },
        { "alpha-75,surface_m2,,NaN,,", "submissions.number-not-finite", "value" },
        { "alpha-75,surface_m2,,-Infinity,,", "submissions.number-not-finite", "value" },
        { "alpha-75,surface_m2,,1000000000000000,,", "submissions.number-too-large", "value" },
        { "alpha-75,surface_m2,,123456789012345678901234567890123456789,,", "submissions.number-too-large", "value" },
        { "alpha-75,surface_m2,,0.12345678901,,", "submissions.too-many-decimals", "value" },
        { "alpha-75,vehicules,,1.5,,", "submissions.not-a-whole-number", "value" },
        { "alpha-75,forme,,note;lettre,,", "submissions.option-unknown", "value" },
        { "alpha-75,forme,,;,,", "submissions.value-or-state", "value" },
        { "alpha-75,plan,,,,", "submissions.value-or-state", "value" },
        { "alpha-75,plan,,oui,sans_objet,", "submissions.value-and-state", "state" },
        { "alpha-75,plan,,,sans objet,", "submissions.state-unknown", "state" },
        { "alpha-75,plan,,,indisponible,", "submissions.reason-required", "comment" },
        { "alpha-75,plan,,oui,,a\u0000b", "shared.control-character", "comment" },
        { "alpha-75,plan,,oui", "submissions.row-width", null },
        { "alpha-75,plan,,oui,,un \"mot\" cité", "submissions.row-quotes", null },
    };

    [Theory, MemberData(nameof(Rows))]
    public async Task Each_bad_row_has_its_own_message_at_its_line_and_column(string row, string code, string? column)
    {
        await using var campaign = await OpenAsync(Engine.Sqlite);
        var before = await campaign.ContentAsync();
        var problem = Assert.Single(Refused(await campaign.ImportAsync(["beta-14,plan,,oui,,", row])));
        Assert.Equal((code, column is null ? "ligne 3" : $"ligne 3, colonne {column}"), (problem.Code, problem.Place));
        Assert.DoesNotContain('{', ProblemTexts.Of(problem));
        Assert.NotEqual(code, ProblemTexts.Of(problem));
        Assert.Equal(before, await campaign.ContentAsync());
    }

    [Theory, EachEngine]
    public async Task Every_fault_is_told_at_once(Engine engine)
    {
        await using var campaign = await OpenAsync(engine);
        var told = Refused(await campaign.ImportAsync(
        [
            "alpha-75,plan,,oui,,", "alpha-75,plan,,non,,", "nulle-part,plan,,oui,,", "beta-14,vehicules,,-3,,", "beta-14,formes,,12,,",
            "beta-14,effectif_physique_3112,,10,,", "beta-75,vehicules,,5,,", "beta-75,vehicules,moteur=essence,2,,", "beta-75,vehicules,moteur=electrique,2,,",
        ]));
        Assert.Equal(
            [
                ("submissions.row-twice", "ligne 3"), ("submissions.organization-unknown", "ligne 4, colonne organization"),
                ("submissions.below-minimum", "ligne 5, beta-14, vehicules"), ("submissions.blocking-check", "ligne 6, beta-14, formes"),
                ("submissions.partition-differs", "ligne 9, beta-75, vehicules[moteur=essence]"),
            ],
            told.Select(p => (p.Code, p.Place)));
        Assert.Equal([2, 3], told[0].Arguments.Take(2));
    }

    [Theory, EachEngine]
    public async Task A_variable_that_is_not_asked_is_refused(Engine engine)
    {
        await using var campaign = await OpenAsync(engine, allOptional: false);
        var problem = Assert.Single(Refused(await campaign.ImportAsync(["alpha-75,vehicules,,1,,"])));
        Assert.Equal(("submissions.variable-not-asked", "ligne 2, colonne variable"), (problem.Code, problem.Place));
    }

    [Theory]
    [InlineData("", "submissions.no-rows")]
    [InlineData(Header + "\n", "submissions.no-rows")]
    [InlineData("organization;variable;breakdown;value;state;comment\nalpha-75;plan;;oui;;\n", "submissions.wrong-separator")]
    [InlineData("organization,variable,breakdown,value,state\nalpha-75,plan,,oui,\n", "submissions.column-missing")]
    [InlineData(Header + ",extra\nalpha-75,plan,,oui,,,\n", "submissions.column-unknown")]
    [InlineData("organization,organization,variable,breakdown,value,state,comment\na,a,b,,oui,,\n", "submissions.column-twice")]
    [InlineData(Header + "\nalpha-75,plan,,oui,,\nalpha-75,formes,,1,,\"coupé au mil", "submissions.file-truncated")]
    [InlineData(Header + "\nalpha-75,plan,,oui,,\nalpha-75,form", "submissions.row-width")]
    public async Task A_file_of_the_wrong_form_is_refused(string file, string code)
    {
        await using var campaign = await OpenAsync(Engine.Sqlite);
        Assert.Equal(code, Assert.Single(Refused(await campaign.ImportAsync(Encoding.UTF8.GetBytes(file)))).Code);
    }

    [Fact]
    public async Task Another_encoding_is_refused_and_a_byte_order_mark_is_not()
    {
        await using var campaign = await OpenAsync(Engine.Sqlite);
        var latin = Encoding.Latin1.GetBytes($"{Header}\nalpha-75,plan,,oui,,é\n");
        Assert.Equal("submissions.file-not-utf8", Assert.Single(Refused(await campaign.ImportAsync(latin))).Code);
        Done(await campaign.ImportAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{Header}\r\nalpha-75,plan,,oui,,é\r\n")]));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        await using var campaign = await OpenAsync(Engine.Sqlite);
        var endless = new EndlessFile(canSeek: true);
        var problem = Assert.Single(Refused(await campaign.Database.WithAsync<ImportAnswers, Outcome<AnswersImported>>(
            i => i.RunAsync(Actor.Command, endless, new AnswersImport(Year, false, false, false), Guid.NewGuid(), default))));
        Assert.Equal(("submissions.file-too-large", 0L), (problem.Code, endless.BytesRead));
        Assert.Equal("Le fichier dépasse 50 Mio\u00A0: découpez-le en plusieurs fichiers.", ProblemTexts.Of(problem));

        // One that does not say its length is read no further than the limit.
        var unknown = new EndlessFile(canSeek: false);
        problem = Assert.Single(Refused(await campaign.Database.WithAsync<ImportAnswers, Outcome<AnswersImported>>(
            i => i.RunAsync(Actor.Command, unknown, new AnswersImport(Year, false, false, false), Guid.NewGuid(), default, maxBytes: 100_000))));
        Assert.Equal("submissions.file-too-large", problem.Code);
        Assert.InRange(unknown.BytesRead, 100_000, 200_000);
    }

    [Fact]
    public async Task Only_the_first_thousand_faults_are_told_one_by_one()
    {
        await using var campaign = await OpenAsync(Engine.Sqlite);
        var told = Refused(await campaign.ImportAsync(Enumerable.Range(0, 1500).Select(i => $"inconnu-{i},plan,,oui,,")));
        Assert.Equal((1001, "submissions.more-faults", 500), (told.Count, told[^1].Code, (int)told[^1].Arguments[0]!));
    }

    [Theory, EachEngine]
    public async Task A_year_without_campaign_is_refused(Engine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"{Header}\na,b,,1,,\n"));
        Assert.Equal("campaigns.year-unknown", Assert.Single(Refused(await database.WithAsync<ImportAnswers, Outcome<AnswersImported>>(
            i => i.RunAsync(Actor.Command, file, new AnswersImport(1999, false, false, false), Guid.NewGuid(), default)))).Code);
    }

    /// <summary>Rows without end.</summary>
    private sealed class EndlessFile(bool canSeek) : Stream
    {
        private static readonly byte[] Start = Encoding.UTF8.GetBytes(Header + "\n");
        private static readonly byte[] Row = Encoding.UTF8.GetBytes("alpha-75,plan,,oui,,\n");

        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => canSeek;

        public override bool CanWrite => false;

        public override long Length => canSeek ? 100_000_000 : throw new NotSupportedException();

        public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++)
            {
                var at = BytesRead + i;
                buffer[offset + i] = at < Start.Length ? Start[at] : Row[(at - Start.Length) % Row.Length];
            }

            BytesRead += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
