module.exports = { siteUrl: "https://bike.example", title: "Bikes" }
