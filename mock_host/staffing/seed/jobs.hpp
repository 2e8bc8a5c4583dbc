#pragma once

namespace mock_host {

struct Person;

/// What an employee does and, of one who is assigned, at which customer; the same for an id every time.
void give_job(Person& employee);

}  // namespace mock_host
