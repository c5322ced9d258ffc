using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Responsables.App.Consolidation;
using Responsables.App.Database;
using Responsables.App.Reviews;
using Responsables.App.Submissions;
using Responsables.App.Tests.Support;
using Responsables.Domain.Consolidation;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;
using Responsables.World;
using Xunit;

namespace Responsables.App.Tests.Database;

public class BulkInsertTests
{
    private static readonly Guid Id = Guid.Parse("0198c0de-1234-7abc-8def-000000abcdef");
    private static readonly DateTimeOffset Now = new(2025, 2, 15, 13, 14, 15, 678, TimeSpan.FromHours(1));

    [Theory, EachEngine]
    public async Task Rows_written_in_bulk_are_as_the_context_would_have_written_them(Engine engine)
    {
        await using var campaign = await SmallCampaign.OpenAsync(engine);
        await campaign.Database.ReadAsync(async db =>
        {
            var of = await db.Campaigns.Select(c => c.Id).SingleAsync();
            await SameAsync<AnswerRow>(db, "answers", () => [Answer("plan", AnswerState.Given, "oui"), Answer("delai", AnswerState.Unavailable, null)]);
            await SameAsync<SubmissionBlock>(db, "submission_blocks", () =>
            [
                new SubmissionBlock { SubmissionId = Id, Block = BlockKey.Context, Seal = "a", SignedSeal = "a", SignatureId = Id, IsReturned = true },
            ]);
            await SameAsync<Signature>(db, "signatures", () =>
                [new Signature { Id = Id, SubmissionId = Id, At = Now, By = "une personne", ById = Id, IsReprise = true, Content = "à\nb" }]);
            await SameAsync<Review>(db, "reviews", () =>
            [
                new Review
                {
                    Id = Id, SubmissionId = Id, Block = BlockKey.Context, Decision = ReviewDecision.Returned, Reason = "« non »", Seal = "a", At = Now,
                    By = "x", IsReprise = false,
                },
            ]);
            await SameAsync<PartsRow>(db, "consolidated_parts", () =>
                [new PartsRow { CampaignId = Id, Level = FigureLevel.Submitted, Node = new NodeKey("+fed"), Content = [0, 1, 255] }]);
            await SameAsync<Submission>(db, "submissions", () =>
            [
                new Submission
                {
                    Id = Id, CampaignId = of, Organization = new OrganizationCode("x"), Name = "n", ShortName = "s", Kind = OrganizationKind.NationalFund,
                    Network = "r", Branch = "b", Department = "2A", Size = SizeClass.From1000, Ancestors = "a;b", Reviewer = SmallFederation.Federation,
                    PinnedStaff = "12.5", Required = 3, StartedAt = Now,
                },
            ]);
            return 0;
        });
    }

    [Theory, EachEngine]
    public async Task Rows_are_written_in_a_transaction_only_and_taken_back_with_it(Engine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await database.ReadAsync(async db =>
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => BulkInsert.WriteAsync(db, [Answer("plan", AnswerState.Given, "oui")], default));
            await using (var transaction = await db.Database.BeginTransactionAsync())
            {
                await BulkInsert.WriteAsync(db, [Answer("plan", AnswerState.Given, "oui")], default);
                Assert.Equal(1, await db.Answers.CountAsync());
            }

            return 0;
        });
        Assert.Equal(0, await database.ReadAsync(db => db.Answers.CountAsync()));
    }

    private static AnswerRow Answer(string variable, AnswerState state, string? value) => new()
    {
        SubmissionId = Id,
        Variable = new(variable),
        Cell = SmallFramework.Petrol,
        State = state,
        Value = value,
        Comment = "l’été, \"et\" après",
        Version = 3,
        ChangedAt = Now,
        ChangedBy = "quelqu’un",
    };

    private static async Task SameAsync<T>(AppDb db, string table, Func<T[]> rows)
        where T : class
    {
        string byContext;
        await using (var first = await db.Database.BeginTransactionAsync())
        {
            db.AddRange(rows());
            await db.SaveChangesAsync();
            byContext = await DumpAsync(db, table);
        }

        db.ChangeTracker.Clear();
        await using var second = await db.Database.BeginTransactionAsync();
        await BulkInsert.WriteAsync(db, rows(), default);
        Assert.NotEqual("", byContext);
        Assert.Equal(byContext, await DumpAsync(db, table));
    }

    /// <summary>Every column of every row with the type it is kept in.</summary>
    private static async Task<string> DumpAsync(AppDb db, string table)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Names of this file.
        command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            var text = new StringBuilder();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var value = reader.GetValue(i);
                text.Append(CultureInfo.InvariantCulture, $"{reader.GetName(i)}:{value.GetType().Name}:{(value is byte[] b ? Convert.ToHexString(b) : value)};");
            }

            rows.Add(text.ToString());
        }

        // Without an order of its own, each engine gives rows in the order it likes.
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }
}
