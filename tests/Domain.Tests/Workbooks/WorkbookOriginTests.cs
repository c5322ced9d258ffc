using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Submissions;
using Responsables.Domain.Workbooks;
using Xunit;

namespace Responsables.Domain.Tests.Workbooks;

public class WorkbookOriginTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private static readonly WorkbookOrigin Origin = new(
        WorkbookOrigin.InstanceOf(Secret), Guid.CreateVersion7(), 2025, new FrameworkCode("rso-2020"), 3, "Famille=2;Maladie=1", new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero),
        [new OrganizationCode("alpha"), new OrganizationCode("beta")],
        new Dictionary<WorkbookKey, WorkbookAnswer>
        {
            [new(new("alpha"), new("effectif"), CellKey.Total)] = WorkbookAnswer.Of(AnswerState.Given, "12", null),
            [new(new("alpha"), new("effectif"), new("sexe=femmes"))] = WorkbookAnswer.Of(AnswerState.Unavailable, null, "Deux\nlignes, une\ttabulation, _x000D_ et \\n à la lettre | = +"),
            [new(new("beta"), new("pourquoi"), CellKey.Total)] = WorkbookAnswer.Of(AnswerState.Missing, null, "Plus tard."),
        });

    [Fact]
    public void It_comes_back_as_it_went()
    {
        var back = WorkbookOrigin.Read([.. Origin.Rows()])!;
        Assert.Equal(Origin.Answers, back.Answers);
        Assert.Equal(Origin.Bodies, back.Bodies);
        Assert.Equal(Origin with { Answers = back.Answers, Bodies = back.Bodies }, back);
        Assert.Equal(WorkbookOrigin.Signature(Origin.Rows(), Secret), WorkbookOrigin.Signature(back.Rows(), Secret));
    }

    [Fact]
    public void No_cell_of_it_holds_what_a_spreadsheet_writes_otherwise()
    {
        var answers = Origin.Rows().Where(r => r.Count == 6).SelectMany(r => r.Skip(2)).ToList();
        Assert.NotEmpty(answers);
        Assert.All(answers, cell => Assert.DoesNotContain(cell, c => c is '\n' or '\r' or '\t' or '_'));
        Assert.All(Origin.Rows().SelectMany(r => r), cell => Assert.True(cell.Length > 0 && cell.Trim() == cell && !"=+-@".Contains(cell[0], StringComparison.Ordinal)));
    }

    [Fact]
    public void Any_change_breaks_its_signature()
    {
        var rows = Origin.Rows().ToList();
        var signature = WorkbookOrigin.Signature(rows, Secret);
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = 0; j < rows[i].Count; j++)
            {
                var altered = rows.Select(r => r.ToList()).ToList();
                altered[i][j] += "1";
                Assert.NotEqual(signature, WorkbookOrigin.Signature(altered, Secret));
            }

            Assert.NotEqual(signature, WorkbookOrigin.Signature(rows.Where((_, k) => k != i), Secret));
        }

        // What is moved over the boundary of two cells is a change too.
        Assert.NotEqual(WorkbookOrigin.Signature([["ab", "c"]], Secret), WorkbookOrigin.Signature([["a", "bc"]], Secret));
        Assert.NotEqual(signature, WorkbookOrigin.Signature(rows, [.. Secret.Reverse()]));
    }
}
